/// Classes that compute, and that are not allowed to.
@NullMarked
package org.vigie.kit.walls.compute;

import org.jspecify.annotations.NullMarked;

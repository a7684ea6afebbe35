/// The root of a module with a cycle.
@NullMarked
package org.vigie.kit.walls.up;

import org.jspecify.annotations.NullMarked;

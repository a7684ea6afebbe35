/// Operations, some of whose parameters are not what they should be.
@NullMarked
package org.vigie.kit.walls.rim;

import org.jspecify.annotations.NullMarked;

/// The root of a module whose stages point down.
@NullMarked
package org.vigie.kit.walls.down;

import org.jspecify.annotations.NullMarked;

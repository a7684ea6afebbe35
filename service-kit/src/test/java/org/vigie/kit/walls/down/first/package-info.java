/// Its first stage.
@NullMarked
package org.vigie.kit.walls.down.first;

import org.jspecify.annotations.NullMarked;

/// Its second stage.
@NullMarked
package org.vigie.kit.walls.down.second;

import org.jspecify.annotations.NullMarked;

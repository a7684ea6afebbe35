/// Its stage.
@NullMarked
package org.vigie.kit.walls.up.first;

import org.jspecify.annotations.NullMarked;

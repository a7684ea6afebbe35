/// Scores one vector after another, in the order of its partition.
@NullMarked
package org.vigie.scoring.stream;

import org.jspecify.annotations.NullMarked;

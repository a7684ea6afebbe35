/// Reads bytes of our topics: the records that they are, or why they are none.
@NullMarked
package org.vigie.scoring.intake;

import org.jspecify.annotations.NullMarked;

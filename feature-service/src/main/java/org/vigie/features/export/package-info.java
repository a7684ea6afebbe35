/// The training table: what was known of each company at the turn of each month.
@NullMarked
package org.vigie.features.export;

import org.jspecify.annotations.NullMarked;

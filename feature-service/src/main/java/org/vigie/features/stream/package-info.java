/// Brings companies up to date, one record at a time, and says what changed.
@NullMarked
package org.vigie.features.stream;

import org.jspecify.annotations.NullMarked;

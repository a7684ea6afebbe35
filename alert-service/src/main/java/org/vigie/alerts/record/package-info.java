/// Writes what a batch decided, and the positions it moved, in one database transaction.
@NullMarked
package org.vigie.alerts.record;

import org.jspecify.annotations.NullMarked;

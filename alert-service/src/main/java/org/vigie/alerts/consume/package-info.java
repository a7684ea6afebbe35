/// Reads `company-scores` from the positions that PostgreSQL holds, and hands it on in batches.
@NullMarked
package org.vigie.alerts.consume;

import org.jspecify.annotations.NullMarked;

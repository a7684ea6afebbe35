/// Fourth stage: rows are sorted by company and natural key, repeats found, records planned.
@NullMarked
package org.vigie.ingestion.order;

import org.jspecify.annotations.NullMarked;

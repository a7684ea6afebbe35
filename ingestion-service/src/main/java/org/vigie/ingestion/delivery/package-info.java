/// What every stage speaks of: a delivery, its source, when its facts were known, its names.
@NullMarked
package org.vigie.ingestion.delivery;

import org.jspecify.annotations.NullMarked;

/// Between store and check: the text of a delivery, unpacked as it is read from what it came in.
@NullMarked
package org.vigie.ingestion.unpack;

import org.jspecify.annotations.NullMarked;

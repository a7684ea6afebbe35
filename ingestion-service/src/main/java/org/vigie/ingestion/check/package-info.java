/// Second stage: a stored file is read to its end, and refused when it is not what its name says.
@NullMarked
package org.vigie.ingestion.check;

import org.jspecify.annotations.NullMarked;

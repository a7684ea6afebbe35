/// Last stage: how each delivery went; what is accepted here and not yet finished is the work to
/// do.
@NullMarked
package org.vigie.ingestion.journal;

import org.jspecify.annotations.NullMarked;

/// Days, barriers and models: control records written to every partition of the log.
@NullMarked
package org.vigie.ingestion.control;

import org.jspecify.annotations.NullMarked;

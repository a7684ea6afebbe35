/// Reads the log: from a record of source-events to versions of facts.
@NullMarked
package org.vigie.features.intake;

import org.jspecify.annotations.NullMarked;

/// Fifth stage: planned records go to the log in transactions that carry their own position.
@NullMarked
package org.vigie.ingestion.publish;

import org.jspecify.annotations.NullMarked;

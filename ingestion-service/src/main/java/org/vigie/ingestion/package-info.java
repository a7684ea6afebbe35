/// Makes each delivery a set of source events, once: start reading at [Ingestion].
@NullMarked
package org.vigie.ingestion;

import org.jspecify.annotations.NullMarked;

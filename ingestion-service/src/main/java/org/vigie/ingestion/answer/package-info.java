/// How a request that cannot be met is answered: a problem as RFC 9457 has it.
@NullMarked
package org.vigie.ingestion.answer;

import org.jspecify.annotations.NullMarked;

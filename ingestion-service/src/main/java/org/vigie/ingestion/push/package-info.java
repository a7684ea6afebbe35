/// The other way in: facts that a partner pushes, many pushes to a transaction.
@NullMarked
package org.vigie.ingestion.push;

import org.jspecify.annotations.NullMarked;

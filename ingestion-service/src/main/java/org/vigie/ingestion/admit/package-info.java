/// Before all else: how many requests the service takes in hand at once, and what becomes of the
/// bodies that nobody reads.
@NullMarked
package org.vigie.ingestion.admit;

import org.jspecify.annotations.NullMarked;

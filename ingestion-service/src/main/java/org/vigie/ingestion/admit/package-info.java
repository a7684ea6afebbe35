/// Before all else: how many requests the service takes in hand at once.
@NullMarked
package org.vigie.ingestion.admit;

import org.jspecify.annotations.NullMarked;

package org.vigie.ingestion.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.parse.Row;

/// One object of a push: its members as a row of the source's columns.
///
/// @param index position in the array, from 0
/// @param knownAt its own, when earlier facts are pushed on purpose; null for that of the push
record PushedFact(int index, Row row, @Nullable Instant knownAt) {}

package org.vigie.simulator.files;

import java.util.List;

/// Columns of a format, by name, in which an error makes a row unusable.
///
/// @param dates in which a date that is none is an error; empty where a bad date is tolerated
/// @param numbers in which a letter is an error
/// @param texts in which a byte of another encoding turns up
record Fragile(List<String> dates, List<String> numbers, List<String> texts) {}

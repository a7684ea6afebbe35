package org.vigie.simulator;

/// What a simulation has written.
///
/// @param deliveries dated folders
/// @param rows lines in them, headers not counted, damaged ones included
/// @param damaged lines that were spoiled, most of them beyond use
/// @param failures companies that fail by the end of the truth
public record Written(int deliveries, long rows, long damaged, int failures) {}

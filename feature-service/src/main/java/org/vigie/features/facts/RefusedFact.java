package org.vigie.features.facts;

/// A fact that cannot be used.
///
/// @param natural its natural key
/// @param place its line in its delivery
/// @param reason the rule that it breaks
public record RefusedFact(String natural, long place, String reason) implements Arrival {}

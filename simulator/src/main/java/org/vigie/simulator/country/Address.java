package org.vigie.simulator.country;

/// A postal address in Sirene's fields.
///
/// @param repetition B, T or empty
/// @param streetType abbreviated as in Sirene: RUE, AV, ZA…
public record Address(
    int number, String repetition, String streetType, String street, Commune commune) {}

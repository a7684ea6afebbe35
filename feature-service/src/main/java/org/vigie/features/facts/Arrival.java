package org.vigie.features.facts;

/// What the intake makes of a fact: one that can be used, or one that is refused.
public sealed interface Arrival permits ArrivedFact, RefusedFact {}

package org.vigie.features.compute;

import java.util.function.ToDoubleFunction;

/// A feature: one number per company and day, NaN when unknown.
///
/// @param name as agents and models name it
/// @param group theme to which it belongs, and whose right opens it
/// @param unit in what it is measured
/// @param value how it is computed
public record Feature(String name, String group, Unit unit, ToDoubleFunction<Reading> value) {}

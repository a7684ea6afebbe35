package org.vigie.features.compute;

import java.time.LocalDate;

/// A company's features as of a day.
///
/// @param asOf the day
/// @param values one per feature of the catalogue, NaN for unknown
/// @param profile who the company is
public record FeatureVector(LocalDate asOf, double[] values, CompanyProfile profile) {}

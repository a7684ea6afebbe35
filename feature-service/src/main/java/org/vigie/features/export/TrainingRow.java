package org.vigie.features.export;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.vigie.features.compute.Feature;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.compute.FeatureVector;
import org.vigie.features.compute.Procedure;
import org.vigie.schemas.Perimeter;

/// One line of the training table: a company as it was known on a day. Nothing in it needs quotes.
///
/// @param siren nine digits
/// @param vector as of the day
record TrainingRow(String siren, FeatureVector vector) {

  private static final int INDISPENSABLE =
      FeatureCatalogue.FEATURES.stream()
          .map(Feature::name)
          .toList()
          .indexOf(Perimeter.INDISPENSABLE);

  static String header() {
    return Stream.of(
            Stream.of("siren", "as_of"),
            FeatureCatalogue.FEATURES.stream().map(Feature::name),
            Stream.of("in_bonis_known", "headcount_max36", "legal_category", "ceased", "scorable"))
        .flatMap(names -> names)
        .collect(Collectors.joining(","));
  }

  /// The line, unknown values empty, flags as 1 and 0.
  String line() {
    var profile = vector.profile();
    return Stream.of(
            Stream.of(siren, vector.asOf().toString()),
            DoubleStream.of(vector.values()).mapToObj(TrainingRow::text),
            Stream.of(
                flag(profile.procedure() == Procedure.IN_BONIS),
                profile.headcountMax36() == null ? "" : profile.headcountMax36().toString(),
                profile.legalCategory() == null ? "" : profile.legalCategory(),
                flag(profile.ceased()),
                flag(isScorable())))
        .flatMap(values -> values)
        .collect(Collectors.joining(","));
  }

  /// Whether scoring-service scores the company on this day, given a model.
  boolean isScorable() {
    var profile = vector.profile();
    var company =
        new Perimeter.Company(
            profile.procedure() == Procedure.IN_BONIS,
            profile.ceased(),
            profile.legalCategory(),
            profile.headcountMax36());
    return Perimeter.exclusion(company, vector.values()[INDISPENSABLE]).isEmpty();
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static String flag(boolean value) {
    return value ? "1" : "0";
  }
}

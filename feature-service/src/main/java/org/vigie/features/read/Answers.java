package org.vigie.features.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.Feature;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.compute.FeatureVector;
import org.vigie.features.compute.History;
import org.vigie.features.facts.Months;

/// The JSON answers, as maps in order.
final class Answers {

  private static final String MASKED = "masked";

  /// A company's vector; the names of closed groups are left out. Beside its own day stands that of
  /// the vector that the score was made of: the values are the same unless a change is on its way.
  static Map<String, @Nullable Object> vector(Disclosure company, FeatureVector vector) {
    var groups = company.groups();
    var values = new LinkedHashMap<String, @Nullable Object>();
    eachOpen(
        groups, vector.values(), (feature, value) -> values.put(feature.name(), number(value)));
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("siren", company.siren());
    answer.put("asOf", vector.asOf().toString());
    if (company.scoredAsOf() != null) {
      answer.put("scoredAsOf", company.scoredAsOf().toString());
    }
    answer.put("catalogue", FeatureCatalogue.VERSION);
    answer.put("values", values);
    addMasked(answer, groups);
    return answer;
  }

  /// A company month by month; the names of closed groups are left out.
  static Map<String, @Nullable Object> history(
      String siren, List<History.Month> months, OpenGroups groups) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("siren", siren);
    answer.put("months", months.stream().map(month -> month(month, groups)).toList());
    addMasked(answer, groups);
    return answer;
  }

  private static Map<String, @Nullable Object> month(History.Month month, OpenGroups groups) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("month", Months.text(month.month()));
    eachOpen(
        groups,
        month.values(),
        (feature, value) -> answer.put(feature.name(), inItsUnit(feature, value)));
    answer.put("procedure", month.procedure().label());
    return answer;
  }

  private interface ValueTaker {
    void take(Feature feature, double value);
  }

  private static void eachOpen(OpenGroups groups, double[] values, ValueTaker taker) {
    for (var i = 0; i < values.length; i++) {
      var feature = FeatureCatalogue.FEATURES.get(i);
      if (groups.opens(feature)) {
        taker.take(feature, values[i]);
      }
    }
  }

  private static void addMasked(Map<String, @Nullable Object> answer, OpenGroups groups) {
    if (!groups.masked().isEmpty()) {
      answer.put(MASKED, groups.masked());
    }
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /// Flags as true and false, what is counted as whole numbers. The double nearest to an exact
  /// amount of centimes is written with its two decimals.
  private static @Nullable Object inItsUnit(Feature feature, double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    return switch (feature.unit()) {
      case FLAG -> value > 0;
      case PERSONS, MONTHS, COUNT, CODE -> Math.round(value);
      case EURO, EURO_PER_PERSON, RATIO -> value;
    };
  }

  private Answers() {}
}

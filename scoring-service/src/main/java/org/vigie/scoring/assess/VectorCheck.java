package org.vigie.scoring.assess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.Partitions;

/// What a vector keeps, so that what is said of it is said of its company. One that breaks a rule
/// is refused with it, and neither scored nor abstained on.
public final class VectorCheck {

  // Edition, and hash of the names.
  private static final Pattern CATALOGUE = Pattern.compile("[0-9]{1,9}-[0-9a-f]{8}");

  /// What a vector breaks: the field, its value and the rule; empty when nothing.
  ///
  /// @param partition partition of the topic in which it is
  /// @param length number of values in its catalogue; empty when no model knows the catalogue
  public static Optional<String> fault(CompanyFeatures vector, int partition, OptionalInt length) {
    return Stream.of(
            Partitions.fault(vector.getSiren(), partition),
            catalogue(vector, length),
            values(vector))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> catalogue(CompanyFeatures vector, OptionalInt length) {
    if (!CATALOGUE.matcher(vector.getCatalogue()).matches()) {
      return Optional.of("catalogue: " + vector.getCatalogue() + " is no version of a catalogue");
    }
    int found = vector.getValues().size();
    return length.isEmpty() || length.getAsInt() == found
        ? Optional.empty()
        : Optional.of(
            "values: %d, but the catalogue %s has %d features"
                .formatted(found, vector.getCatalogue(), length.getAsInt()));
  }

  private static Optional<String> values(CompanyFeatures vector) {
    List<Double> values = vector.getValues();
    return IntStream.range(0, values.size())
        .filter(at -> values.get(at).isInfinite())
        .mapToObj(at -> "values[%d]: %s is not finite".formatted(at, values.get(at)))
        .findFirst();
  }

  private VectorCheck() {}
}

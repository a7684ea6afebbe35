package org.vigie.features.compute;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All features, in the order of a vector.
public final class FeatureCatalogue {

  /// Raised when the meaning of a feature changes under the same name.
  private static final int EDITION = 1;

  private static final int HASH_CHARACTERS = 8;

  public static final List<Feature> FEATURES =
      Stream.of(
              DetteUrssaf.features(),
              Effectif.features(),
              Profil.features(),
              ProceduresCollectives.features())
          .flatMap(List::stream)
          .toList();

  /// Edition and hash of the names: equal versions have equal features in equal order.
  public static final String VERSION = EDITION + "-" + hashOfNames();

  /// One value per feature, NaN for unknown.
  static double[] read(Reading reading) {
    return FEATURES.stream()
        .mapToDouble(feature -> feature.value().applyAsDouble(reading))
        .toArray();
  }

  private static String hashOfNames() {
    var names = FEATURES.stream().map(Feature::name).collect(Collectors.joining("\n"));
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(names.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private FeatureCatalogue() {}
}

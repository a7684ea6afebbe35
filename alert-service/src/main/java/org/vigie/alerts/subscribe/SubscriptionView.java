package org.vigie.alerts.subscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Level;

/// A subscription as it is answered.
///
/// @param level modéré or élevé; absent when the threshold is its own
/// @param departements empty for all of its zones
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
    String id,
    String administration,
    String name,
    int version,
    int horizon,
    @Nullable String level,
    @Nullable Double threshold,
    List<String> departements,
    List<String> rights,
    List<String> zones) {

  static SubscriptionView of(SubscriptionEntity subscription, VersionEntity version) {
    return new SubscriptionView(
        subscription.id,
        subscription.administration,
        subscription.name,
        version.key.version(),
        version.horizon,
        label(version.level),
        version.threshold,
        version.departements,
        version.rights,
        version.zones);
  }

  private static @Nullable String label(@Nullable String level) {
    return level == null
        ? null
        : switch (Level.valueOf(level)) {
          case AUCUN -> "aucun";
          case MODERE -> "modéré";
          case ELEVE -> "élevé";
        };
  }
}

package org.vigie.alerts.subscribe;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.subscribe.Trigger.AtLevel;
import org.vigie.alerts.subscribe.Trigger.AtThreshold;
import org.vigie.kit.http.PlainText;
import org.vigie.schemas.Level;
import org.vigie.schemas.access.Zone;

/// What an administration sends to subscribe, not yet checked.
///
/// @param name names the subscription within its administration
/// @param horizon 12, 18 or 24 months; 18 when absent
/// @param level modere or eleve; modere when neither it nor a threshold is given
/// @param threshold a probability of its own, instead of a level
/// @param departements codes of départements of its zone; all of the zone when absent
record SubscriptionRequest(
    @Nullable String name,
    @Nullable Integer horizon,
    @Nullable String level,
    @Nullable Double threshold,
    @Nullable List<String> departements) {

  private static final int DEFAULT_HORIZON = 18;
  private static final int NAME_LENGTH_MAX = 100;

  /// What the check makes of the request.
  sealed interface Checked {

    record Accepted(String name, Terms terms) implements Checked {}

    record Refused(String field, @Nullable String value, String rule) implements Checked {}
  }

  /// Checks the request against the zone of the token.
  Checked check(Zone zone) {
    var unusable = PlainText.brokenRule(name, NAME_LENGTH_MAX);
    if (name == null || unusable.isPresent()) {
      return new Checked.Refused("name", name, unusable.orElse("a name"));
    }
    var months = horizon == null ? DEFAULT_HORIZON : horizon;
    var ahead = Horizon.ofMonths(months);
    if (ahead.isEmpty()) {
      return new Checked.Refused("horizon", "" + months, "12, 18 or 24 months");
    }
    var watched = new TreeSet<>(departements == null ? List.of() : departements);
    var outside = watched.stream().filter(code -> !zone.meets(List.of(code))).findFirst();
    if (outside.isPresent()) {
      return new Checked.Refused("departements", outside.get(), "within the zone of the token");
    }
    return trigger() instanceof Trigger trigger
        ? new Checked.Accepted(name, new Terms(ahead.get(), trigger, watched))
        : refusedTrigger();
  }

  // Null when level and threshold name no trigger.
  private @Nullable Trigger trigger() {
    if (threshold != null) {
      return level == null && threshold > 0 && threshold < 1 ? new AtThreshold(threshold) : null;
    }
    return switch (level) {
      case null -> new AtLevel(Level.MODERE);
      case "modere", "modéré" -> new AtLevel(Level.MODERE);
      case "eleve", "élevé" -> new AtLevel(Level.ELEVE);
      default -> null;
    };
  }

  private Checked refusedTrigger() {
    if (threshold == null) {
      return new Checked.Refused("level", level, "modere or eleve");
    }
    return level == null
        ? new Checked.Refused("threshold", threshold.toString(), "between 0 and 1, both excluded")
        : new Checked.Refused(
            "threshold", threshold.toString(), "a level or a threshold, not both");
  }
}

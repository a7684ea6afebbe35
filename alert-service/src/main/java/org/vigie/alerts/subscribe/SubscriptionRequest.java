package org.vigie.alerts.subscribe;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.subscribe.Trigger.AtLevel;
import org.vigie.alerts.subscribe.Trigger.AtThreshold;
import org.vigie.kit.http.PlainText;
import org.vigie.schemas.Level;
import org.vigie.schemas.access.Departements;
import org.vigie.schemas.access.Zone;

/// What an administration sends to subscribe, not yet checked.
///
/// @param name names the subscription within its administration
/// @param horizon 12, 18 or 24 months; 18 when absent
/// @param level modere or eleve; modere when neither it nor a threshold is given
/// @param threshold a probability of its own, instead of a level
/// @param departements codes of départements of its zone; all of the zone when absent, or where the
///     zone is France entière when it is `FR` alone
record SubscriptionRequest(
    @Nullable String name,
    @Nullable Integer horizon,
    @Nullable String level,
    @Nullable Double threshold,
    @Nullable List<@Nullable String> departements) {

  private static final int DEFAULT_HORIZON = 18;
  private static final int NAME_LENGTH_MAX = 100;
  // Of a value that is refused: enough to find it.
  private static final int SHOWN_MAX = 40;

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
    if (departementsFault(zone) instanceof Checked.Refused refused) {
      return refused;
    }
    return trigger() instanceof Trigger trigger
        ? new Checked.Accepted(name, new Terms(ahead.get(), trigger, watched()))
        : refusedTrigger();
  }

  // Null when there is none.
  private Checked.@Nullable Refused departementsFault(Zone zone) {
    var codes = stated();
    if (codes.size() > Departements.COUNT) {
      return refused(codes.size() + " codes", "at most " + Departements.COUNT);
    }
    if (isWhole(codes) && zone.france()) {
      return null;
    }
    for (var code : codes) {
      if (code == null || !Departements.isCode(code)) {
        return refused(code, Departements.RULE);
      }
      if (!zone.meets(List.of(code))) {
        return refused(code, "within the zone of the token");
      }
    }
    return null;
  }

  private static Checked.Refused refused(@Nullable String value, String rule) {
    var shown =
        value == null || value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "…";
    return new Checked.Refused("departements", shown, rule);
  }

  private SortedSet<String> watched() {
    return new TreeSet<>(isWhole(stated()) ? List.of() : stated());
  }

  private List<@Nullable String> stated() {
    return departements == null ? List.of() : departements;
  }

  // France entière by its name: as if none were named.
  private static boolean isWhole(List<@Nullable String> codes) {
    return codes.equals(List.of(Zone.FRANCE_ENTIERE));
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

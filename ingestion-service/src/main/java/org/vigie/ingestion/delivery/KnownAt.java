package org.vigie.ingestion.delivery;

import java.time.Instant;
import java.time.LocalDate;

/// When the facts of a delivery were known to their provider.
///
/// @param day the day of the delivery, which stands for what a row does not date itself
/// @param instant when the delivery was known; no fact of it is known later
/// @param byRule whether each fact is known from its source's rule, as in history loaded at once
public record KnownAt(LocalDate day, Instant instant, boolean byRule) {

  /// Before the day of a delivery whose facts are known by rule.
  public static final String RULE_ON = "rule:";

  /// Every fact is known from the first instant of a day.
  public static KnownAt onDay(LocalDate day) {
    return new KnownAt(day, Paris.startOf(day), false);
  }

  /// Every fact is known from one instant.
  public static KnownAt at(Instant instant) {
    return new KnownAt(Paris.dayOf(instant), instant, false);
  }

  /// Each fact is known from its source's rule, never later than the day of the delivery.
  public static KnownAt byRule(LocalDate deliveryDay) {
    return new KnownAt(deliveryDay, Paris.startOf(deliveryDay), true);
  }

  /// When a fact is known whose source's rule gives a day.
  public Instant of(LocalDate ruleDay) {
    if (!byRule) {
      return instant;
    }
    var known = Paris.startOf(ruleDay);
    return known.isBefore(instant) ? known : instant;
  }

  /// How a delivery was dated, as it enters its id: a day, or `rule:` and the day of the delivery.
  public String text() {
    return byRule ? RULE_ON + day : day.toString();
  }
}

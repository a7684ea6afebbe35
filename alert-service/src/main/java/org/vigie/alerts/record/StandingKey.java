package org.vigie.alerts.record;

import java.util.Comparator;

/// Names the standing of a company for a subscription.
record StandingKey(String subscription, String siren) implements Comparable<StandingKey> {

  private static final Comparator<StandingKey> ORDER =
      Comparator.comparing(StandingKey::subscription).thenComparing(StandingKey::siren);

  @Override
  public int compareTo(StandingKey other) {
    return ORDER.compare(this, other);
  }
}

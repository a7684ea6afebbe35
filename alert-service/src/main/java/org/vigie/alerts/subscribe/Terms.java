package org.vigie.alerts.subscribe;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a subscription asks.
///
/// @param horizon how far ahead it looks
/// @param trigger from where on it wants to be told
/// @param departements codes of the départements it watches; empty for all of its zone
public record Terms(Horizon horizon, Trigger trigger, SortedSet<String> departements) {

  public Terms {
    departements = Collections.unmodifiableSortedSet(new TreeSet<>(departements));
  }
}

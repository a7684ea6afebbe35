package org.vigie.alerts.subscribe;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All versions of all subscriptions. Which of them decides depends on the place in the log alone,
/// so reading the log again decides the same.
public final class SubscriptionBook {

  private final Map<String, List<Subscription>> latestFirst;

  public SubscriptionBook(List<Subscription> versions) {
    this.latestFirst =
        versions.stream()
            .sorted(Comparator.comparingInt(Subscription::version).reversed())
            .collect(
                Collectors.groupingBy(
                    Subscription::id, TreeMap::new, Collectors.toUnmodifiableList()));
  }

  /// The subscriptions in force at a place of `company-scores`, each in the version that holds
  /// there, in order of id.
  public List<Subscription> inForce(int partition, long offset) {
    return latestFirst.values().stream()
        .flatMap(
            versions ->
                versions.stream().filter(version -> version.holdsAt(partition, offset)).limit(1))
        .filter(version -> !version.ended())
        .toList();
  }
}

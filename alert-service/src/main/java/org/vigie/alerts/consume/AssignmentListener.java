package org.vigie.alerts.consume;

import java.util.Set;

/// Hears which partitions are this instance's to decide and to relay.
public interface AssignmentListener {

  void assigned(Set<Integer> partitions);

  void revoked(Set<Integer> partitions);
}

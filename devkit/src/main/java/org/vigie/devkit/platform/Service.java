package org.vigie.devkit.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Slot;

/// The four services: the names of their processes, principals and directories.
enum Service {
  INGESTION("ingestion-service", Slot.INGESTION_SERVICE, "ingestion"),
  FEATURE("feature-service", Slot.FEATURE_SERVICE, null),
  SCORING("scoring-service", Slot.SCORING_SERVICE, "scoring"),
  ALERT("alert-service", Slot.ALERT_SERVICE, "alert");

  private final String id;
  private final Slot slot;
  private final @Nullable String database;

  Service(String id, Slot slot, @Nullable String database) {
    this.id = id;
    this.slot = slot;
    this.database = database;
  }

  String id() {
    return id;
  }

  Slot slot() {
    return slot;
  }

  /// Its database, named like its role; empty when it keeps no table.
  Optional<String> database() {
    return Optional.ofNullable(database);
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Service::id).toList();
  }
}

package org.vigie.devkit.installation;

/// What listens on a port, and how far from the installation's first port.
public enum Slot {
  KAFKA(1),
  KAFKA_CONTROLLER(2),
  REGISTRY(3),
  REGISTRY_MANAGEMENT(4),
  POSTGRESQL(5),
  KEYCLOAK(6),
  KEYCLOAK_MANAGEMENT(7),
  INGESTION_SERVICE(11),
  FEATURE_SERVICE(12),
  SCORING_SERVICE(13),
  ALERT_SERVICE(14);

  private final int offset;

  Slot(int offset) {
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}

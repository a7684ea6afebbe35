package org.vigie.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The topics of an installation. All are partitioned alike: murmur2 of the nine digits of the
/// SIREN.
public final class Topics {

  /// Partitions of every company-keyed topic, set once at the birth of an installation.
  public static final int PARTITIONS = 12;

  // A rejected row may hold secrets: it stays as long as it can still be mended and replayed.
  private static final Duration REJECTIONS_KEPT = Duration.ofDays(396);

  // Compacted only when an erasure has written tombstones: until then the cleaner stays idle.
  private static final Map<String, String> COMPACT_IDLE =
      Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "1");

  private static final Map<String, String> COMPACT = Map.of("cleanup.policy", "compact");

  /// The log that decides. Key: `SIREN/delivery/number`, partitioned by the SIREN alone.
  public static final Topic<SourceRecord> SOURCE_EVENTS =
      new Topic<>("source-events", SourceRecord.class, COMPACT_IDLE);

  /// How far each delivery has been published. Key: the delivery; timestamp: its `ingestedAt`,
  /// which runs ahead of a clock that was set back, however far.
  public static final Topic<DeliveryPosition> DELIVERY_POSITIONS =
      new Topic<>(
          "delivery-positions",
          DeliveryPosition.class,
          Map.of(
              "cleanup.policy", "compact",
              "message.timestamp.type", "CreateTime",
              "message.timestamp.after.max.ms", "" + Long.MAX_VALUE));

  /// What could not be used. Key: the delivery.
  public static final Topic<Rejection> REJECTIONS =
      new Topic<>(
          "rejections",
          Rejection.class,
          Map.of("cleanup.policy", "delete", "retention.ms", "" + REJECTIONS_KEPT.toMillis()));

  /// Latest vector per company, and control records. Key: SIREN.
  public static final Topic<FeatureRecord> COMPANY_FEATURES =
      new Topic<>("company-features", FeatureRecord.class, COMPACT);

  /// Latest score or abstention per company, and control records. Key: SIREN.
  public static final Topic<ScoreRecord> COMPANY_SCORES =
      new Topic<>("company-scores", ScoreRecord.class, COMPACT);

  /// Stands for the topics of all administrations, which have one schema: alerts are written with
  /// the one under its subject, so that an administration that has neither topic nor schema yet
  /// stops no other. No broker has a topic of this name.
  public static final Topic<AlertEvent> ALERTS =
      new Topic<>("alerts", AlertEvent.class, COMPACT_IDLE);

  /// The topics that every installation has, in the order in which their schemas are registered.
  public static final List<Topic<?>> ALL =
      List.of(SOURCE_EVENTS, DELIVERY_POSITIONS, REJECTIONS, COMPANY_FEATURES, COMPANY_SCORES);

  /// The alerts of one administration, cut to its rights. Key: `SIREN/alert/number`.
  public static Topic<AlertEvent> alerts(String administration) {
    return new Topic<>(ALERTS.name() + "." + administration, ALERTS.value(), ALERTS.settings());
  }

  private Topics() {}
}

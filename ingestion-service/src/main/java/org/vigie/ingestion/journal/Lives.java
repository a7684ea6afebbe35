package org.vigie.ingestion.journal;

import io.quarkus.panache.common.Sort;
import java.time.Instant;
import java.util.Optional;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;

/// The lives of the same bytes: each time they are delivered after something else of their source
/// was ingested, they count again, under an id of their own.
final class Lives {

  private static final String OTHER_FILE =
      "source = ?1 and sha256 <> ?2 and (byRule = true or knownOn <= ?3)";

  /// The last life of the same bytes with the same knownAt.
  static Optional<DeliveryEntry> latest(Source source, String sha256, KnownAt knownAt) {
    return DeliveryEntry.<DeliveryEntry>find(
            "source = ?1 and sha256 = ?2", Sort.descending("generation"), source.text(), sha256)
        .stream()
        .filter(entry -> entry.knownAt().text().equals(knownAt.text()))
        .findFirst();
  }

  /// The last one of the same bytes that stands loaded, whatever its knownAt.
  static Optional<DeliveryEntry> loaded(Source source, String sha256) {
    return DeliveryEntry.<DeliveryEntry>find(
            "source = ?1 and sha256 = ?2 and state = 'loaded'",
            Sort.descending("ingestedAt"),
            source.text(),
            sha256)
        .firstResultOptional();
  }

  /// Whether something else of its source was, or may yet be, ingested after a delivery, before
  /// which the same bytes could stand when they count again. What is known later stands anyway.
  ///
  /// @param knownAt of the bytes that come again
  /// @param before when they were accepted
  static boolean isFollowed(DeliveryEntry earlier, KnownAt knownAt, Instant before) {
    return isFollowedByWaiting(earlier, knownAt, before)
        // What has not begun will be ingested after all that was ingested so far.
        || (earlier.started && (isFollowedByFile(earlier, knownAt) || isFollowedByPush(earlier)));
  }

  private static boolean isFollowedByWaiting(
      DeliveryEntry earlier, KnownAt knownAt, Instant before) {
    return DeliveryEntry.count(
            OTHER_FILE
                + " and state in ('publishing', 'suspended')"
                + " and acceptedAt > ?4 and acceptedAt < ?5",
            earlier.source,
            earlier.sha256,
            knownAt.day(),
            earlier.acceptedAt,
            before)
        > 0;
  }

  private static boolean isFollowedByFile(DeliveryEntry earlier, KnownAt knownAt) {
    return DeliveryEntry.count(
            OTHER_FILE + " and started = true and ingestedAt > ?4",
            earlier.source,
            earlier.sha256,
            knownAt.day(),
            earlier.ingestedAt)
        > 0;
  }

  private static boolean isFollowedByPush(DeliveryEntry earlier) {
    return PushEntry.count(
                "source = ?1 and state <> 'unpublished' and ingestedAt > ?2",
                earlier.source,
                earlier.ingestedAt)
            > 0
        || RemovedPushes.count(
                "source = ?1 and ingestedAt > ?2", earlier.source, earlier.ingestedAt)
            > 0;
  }

  private Lives() {}
}

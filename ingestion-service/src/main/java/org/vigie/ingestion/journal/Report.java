package org.vigie.ingestion.journal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.order.Tally.RowError;

/// How a delivery went.
///
/// @param delivery its id
/// @param reason why it is in its state, or a warning; while it is `publishing`, why the last
///     attempt failed
/// @param knownAt the day on which its facts were known, or `rule`
/// @param acceptedAt when it was accepted: listings are in this order
/// @param read rows: valid + rejected + repeated + filtered, blank lines not counted
/// @param valid distinct good rows
/// @param facts facts published
/// @param errors the first hundred rejections
@Schema(name = "Delivery")
public record Report(
    String delivery,
    String file,
    String source,
    DeliveryState state,
    @Nullable String reason,
    String knownAt,
    Instant acceptedAt,
    long read,
    long valid,
    long rejected,
    long repeated,
    long filtered,
    long facts,
    long suspicious,
    long millis,
    String sha256,
    List<RowError> errors) {

  public Report {
    errors = List.copyOf(errors);
  }

  /// The same delivery sent again: nothing of it is published.
  Report alreadyLoaded(String again) {
    return new Report(
        delivery,
        again,
        source,
        DeliveryState.ALREADY_LOADED,
        sameBytes(delivery),
        knownAt,
        acceptedAt,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        sha256,
        List.of());
  }

  static String sameBytes(String earlier) {
    return "the same bytes were loaded as delivery " + earlier;
  }
}

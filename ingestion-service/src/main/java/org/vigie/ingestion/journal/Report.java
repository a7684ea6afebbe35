package org.vigie.ingestion.journal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.order.Tally.RowError;

/// How a delivery went.
///
/// @param delivery its id; null when its name is that of no source taken
/// @param state `publishing` until it is `loaded`, `already-loaded` or `refused`; `unknown` when it
///     was left alone
/// @param reason why it is in its state, or a warning
/// @param read rows: valid + rejected + repeated + filtered, blank lines not counted
/// @param valid distinct good rows
/// @param facts facts published
/// @param errors the first hundred rejections
@Schema(name = "Delivery")
public record Report(
    @Nullable String delivery,
    String file,
    @Nullable String source,
    String state,
    @Nullable String reason,
    long read,
    long valid,
    long rejected,
    long repeated,
    long filtered,
    long facts,
    long suspicious,
    long millis,
    @Nullable String sha256,
    List<RowError> errors) {

  public static final String PUBLISHING = "publishing";
  public static final String LOADED = "loaded";
  public static final String ALREADY_LOADED = "already-loaded";
  public static final String REFUSED = "refused";
  public static final String UNKNOWN = "unknown";

  public Report {
    errors = List.copyOf(errors);
  }

  /// Whether nothing further happens to it.
  public boolean hasEnded() {
    return !state.equals(PUBLISHING);
  }

  /// Of a file that was left alone.
  public static Report unknown(String file) {
    return of(
        null, file, null, UNKNOWN, "its name is that of no source taken", Counts.none(), 0, null);
  }

  /// The same delivery sent again: nothing of it is published.
  Report alreadyLoaded(String file) {
    var why = "the same bytes were loaded as delivery " + delivery;
    return of(delivery, file, source, ALREADY_LOADED, why, Counts.none(), 0, sha256);
  }

  static Report of(
      @Nullable String delivery,
      String file,
      @Nullable String source,
      String state,
      @Nullable String reason,
      Counts counts,
      long millis,
      @Nullable String sha256) {
    return new Report(
        delivery,
        file,
        source,
        state,
        reason,
        counts.read(),
        counts.valid(),
        counts.rejected(),
        counts.repeated(),
        counts.filtered(),
        counts.facts(),
        counts.suspicious(),
        millis,
        sha256,
        counts.errors());
  }
}

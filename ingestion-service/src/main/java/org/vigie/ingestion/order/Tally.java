package org.vigie.ingestion.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.parse.Outcome.Rejected;

/// Counts of one delivery, as its rows pass: read = valid + rejected + repeated + filtered.
public final class Tally {

  /// Rejections that the journal shows; all of them are on the log.
  static final int ERRORS_MAX = 100;

  /// A rejected row, as the journal shows it.
  public record RowError(
      long line, @Nullable String column, @Nullable String value, String reason) {}

  private final List<RowError> errors = new ArrayList<>();
  private long read;
  private long valid;
  private long rejected;
  private long repeated;
  private long filtered;
  private long facts;
  private long suspicious;
  private @Nullable Instant lastKnownAt;

  public void read() {
    read++;
  }

  public void filtered() {
    filtered++;
  }

  public void rejected(long line, Rejected rejection) {
    rejected++;
    if (errors.size() < ERRORS_MAX) {
      errors.add(new RowError(line, rejection.column(), rejection.value(), rejection.reason()));
    }
  }

  void repeated() {
    repeated++;
  }

  void valid(boolean doubtful) {
    valid++;
    suspicious += doubtful ? 1 : 0;
  }

  void fact(Instant knownAt) {
    facts++;
    if (lastKnownAt == null || knownAt.isAfter(lastKnownAt)) {
      lastKnownAt = knownAt;
    }
  }

  /// The counts so far: final once every row was read and every record planned.
  public Counts counts() {
    return new Counts(
        read,
        valid,
        rejected,
        repeated,
        filtered,
        facts,
        suspicious,
        lastKnownAt,
        Collections.unmodifiableList(errors));
  }

  /// @param valid distinct good rows
  /// @param facts facts published
  /// @param suspicious valid rows in which a value was taken with a doubt
  /// @param lastKnownAt latest knownAt of a fact; null without facts
  /// @param errors the first rejections
  public record Counts(
      long read,
      long valid,
      long rejected,
      long repeated,
      long filtered,
      long facts,
      long suspicious,
      @Nullable Instant lastKnownAt,
      List<RowError> errors) {

    public Counts {
      errors = List.copyOf(errors);
    }

    /// The same rows, of which no fact is published.
    public Counts unpublished() {
      return new Counts(read, valid, rejected, repeated, filtered, 0, suspicious, null, errors);
    }

    /// Counts of what was not read.
    public static Counts none() {
      return new Tally().counts();
    }
  }
}

package org.vigie.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.check.FileCheck;
import org.vigie.ingestion.check.Lines;
import org.vigie.ingestion.check.Verdict.Altered;
import org.vigie.ingestion.check.Verdict.Refused;
import org.vigie.ingestion.check.Verdict.Sound;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.journal.Journal;
import org.vigie.ingestion.order.RecordPlan;
import org.vigie.ingestion.order.RejectedRows;
import org.vigie.ingestion.order.RowSorter;
import org.vigie.ingestion.order.Tally;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.parse.Line;
import org.vigie.ingestion.parse.LineParser;
import org.vigie.ingestion.parse.Outcome.Filtered;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.ingestion.parse.Outcome.Rejected;
import org.vigie.ingestion.parse.SourceParser;
import org.vigie.ingestion.publish.DeliveryPublisher;
import org.vigie.ingestion.receive.DeliveryStore;
import org.vigie.ingestion.receive.RejectedShares;
import org.vigie.ingestion.receive.Scratch;
import org.vigie.ingestion.unpack.Unpacked;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.Rejections;

/// The journey of a delivery, once it was received, in the order of its stages: `check` the stored
/// file to its end (`unpack` gives its text), `parse` its rows, `order` them by company, `publish`
/// them, `journal` how it went. Taken up again after a failure, every stage does the same again,
/// and publishing goes on where the log says that it stopped.
///
/// The stages before and beside it: `receive` stores and accepts what is uploaded, `push` takes
/// what partners send, `control` closes days; the [Lane] carries accepted work out, one after
/// another.
@ApplicationScoped
class Ingestion {

  private static final String ALTERED =
      "the stored bytes are not those that were accepted: deliver the file again, or put its stored"
          + " file back and resume";
  private static final String NOTHING_TAKEN = "its rows are right, and none tells what is taken";
  private static final String NO_ROW = "the file holds a header and no row";

  private final DeliveryStore store;
  private final DeliveryPublisher publisher;
  private final Journal journal;
  private final Scratch scratch;
  private final RejectedShares shares;

  Ingestion(
      DeliveryStore store,
      DeliveryPublisher publisher,
      Journal journal,
      Scratch scratch,
      RejectedShares shares) {
    this.shares = shares;
    this.store = store;
    this.publisher = publisher;
    this.journal = journal;
    this.scratch = scratch;
  }

  /// Brings a delivery to its end.
  ///
  /// @param resumed whether an earlier attempt may have published some of it
  /// @throws IOException when the disk fails; the delivery is to be taken up again
  void ingest(Delivery delivery, boolean resumed) throws IOException {
    var standing = resumed ? Optional.<String>empty() : journal.standing(delivery);
    if (standing.isPresent()) {
      journal.alreadyLoaded(delivery, standing.get());
      return;
    }
    switch (FileCheck.check(
        store.file(delivery.sha256()), delivery.container(), delivery.source())) {
      case Refused(var reason) -> journal.refused(delivery, reason);
      case Altered _ -> journal.suspended(delivery, ALTERED);
      case Sound sound -> {
        var directory = scratch.of(delivery);
        try {
          load(delivery, sound, directory, resumed);
        } finally {
          scratch.delete(directory);
        }
      }
    }
  }

  private void load(Delivery delivery, Sound sound, Path directory, boolean resumed)
      throws IOException {
    long start = System.nanoTime();
    var tally = new Tally();
    try (var sorter = new RowSorter(directory);
        var rejected = new RejectedRows(directory)) {
      if (!parse(delivery, sound, new Rows(delivery, sorter, rejected, tally))) {
        journal.suspended(delivery, ALTERED);
        return;
      }
      var records = RecordPlan.of(sorter, delivery.id(), tally);
      var refusal = shares.of(delivery.source()).refusal(tally.counts());
      // What was published in part before is brought to its end.
      if (refusal.isPresent() && !resumed) {
        records.forEachRemaining(_ -> {});
        journal.refused(delivery, refusal.get(), tally.counts().unpublished(), since(start));
        return;
      }
      var dated = journal.started(delivery);
      try (var rejections = rejected.read()) {
        publisher.publish(dated, rejections, records, resumed);
      }
    }
    var counts = tally.counts();
    journal.loaded(delivery, counts, warning(counts), since(start));
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private static @Nullable String warning(Counts counts) {
    if (counts.read() == 0) {
      return NO_ROW;
    }
    return counts.read() == counts.filtered() ? NOTHING_TAKEN : null;
  }

  // Whether what was read is what was accepted: else none of it may be published.
  private boolean parse(Delivery delivery, Sound sound, Rows rows) throws IOException {
    var parser =
        new LineParser(sound.reader(), SourceParser.of(delivery.source()), delivery.knownAt());
    char delimiter = delivery.source().delimiter();
    try (var bytes = store.file(delivery.sha256()).open();
        var text = Unpacked.text(bytes, delivery.container())) {
      var lines = Lines.of(text);
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.number() > sound.headerLine() && !line.isBlank(delimiter)) {
          rows.add(line, parser);
        }
      }
      return bytes.isAsAccepted();
    }
  }

  /// Where the rows of a delivery go: to be sorted, to the rejections, or nowhere.
  private record Rows(Delivery delivery, RowSorter sorter, RejectedRows rejected, Tally tally) {

    void add(Line line, LineParser parser) throws IOException {
      tally.read();
      switch (parser.parse(line)) {
        case Parsed parsed -> {
          if (!sorter.add(parsed, line.number())) {
            reject(line, new Rejected(null, null, RowSorter.TOO_LARGE));
          }
        }
        case Filtered _ -> tally.filtered();
        case Rejected rejection -> reject(line, rejection);
      }
    }

    private void reject(Line line, Rejected rejection) throws IOException {
      tally.rejected(line.number(), rejection);
      rejected.add(rejection(line, rejection));
    }

    @SuppressWarnings("NullAway") // Avro takes null where the schema says so
    private Rejection rejection(Line line, Rejected rejection) {
      return new Rejection(
          delivery.id(),
          delivery.source().provider(),
          delivery.source().text(),
          delivery.file(),
          line.number(),
          line.offset(),
          line.length(),
          rejection.column(),
          rejection.value(),
          rejection.reason(),
          Rejections.raw(line.bytes()));
    }
  }
}

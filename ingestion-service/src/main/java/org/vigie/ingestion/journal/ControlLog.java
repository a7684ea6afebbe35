package org.vigie.ingestion.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Control records from their acceptance to their end. One that is accepted and not yet marked as
/// written is published again after a crash, which says the same again.
@ApplicationScoped
public class ControlLog {

  private final Acceptance acceptance;
  private final ConcurrentMap<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

  // Every push asks for it; null when it must be looked up.
  private volatile @Nullable Optional<LocalDate> lastClosedDay;

  ControlLog(Acceptance acceptance) {
    this.acceptance = acceptance;
  }

  /// Accepts a control record; the future is done when it is on the log.
  ///
  /// @param id names it: nothing happens when one of that name was accepted before
  public Future<Void> accept(String id, ControlKind kind, String value) {
    var written = waiting.computeIfAbsent(id, _ -> new CompletableFuture<>());
    boolean isWritten =
        acceptance.inOrder(
            instant -> {
              ControlEntry known = ControlEntry.findById(id);
              if (known != null) {
                return known.written;
              }
              var entry = new ControlEntry();
              entry.id = id;
              entry.kind = kind.text();
              entry.value = value;
              entry.ingestedAt = instant;
              entry.persist();
              return false;
            });
    if (isWritten) {
      done(id);
    }
    return written;
  }

  /// Marks a control record as written to every partition.
  public void written(String id) {
    mark(id);
    done(id);
  }

  private synchronized void mark(String id) {
    QuarkusTransaction.requiringNew()
        .run(() -> ControlEntry.<ControlEntry>findByIdOptional(id).orElseThrow().written = true);
    lastClosedDay = null;
  }

  private void done(String id) {
    var future = waiting.remove(id);
    if (future != null) {
      future.complete(null);
    }
  }

  /// The last closed day; empty on a fresh log.
  public Optional<LocalDate> lastClosedDay() {
    var known = lastClosedDay;
    return known == null ? lookUpLastClosedDay() : known;
  }

  private synchronized Optional<LocalDate> lookUpLastClosedDay() {
    var found =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    ControlEntry.<ControlEntry>find(
                            "kind = 'day' and written = true", Sort.descending("value"))
                        .firstResultOptional()
                        .map(entry -> LocalDate.parse(entry.value)));
    lastClosedDay = found;
    return found;
  }

  /// The model in force at the end of the log; empty when none was activated.
  @Transactional
  public Optional<String> model() {
    return ControlEntry.<ControlEntry>find(
            "kind = 'model' and written = true", Sort.descending("ingestedAt"))
        .firstResultOptional()
        .map(entry -> entry.value);
  }
}

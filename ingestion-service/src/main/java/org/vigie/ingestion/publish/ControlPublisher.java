package org.vigie.ingestion.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.events.Control;

/// Publishes control records: one to every partition, in one transaction. Published twice under the
/// same name, a control record says the same again. For one thread.
@ApplicationScoped
public class ControlPublisher implements AutoCloseable {

  private static final String TRANSACTIONAL_ID = "ingestion-service-controls";
  private static final String PROVIDER = "vigie";
  private static final String SOURCE = "control";

  private final LogConnection log;
  private @Nullable LogWriter writer;

  ControlPublisher(LogConnection log) {
    this.log = log;
  }

  /// @param id names the control record: the same on every partition
  /// @param control what it says
  @SuppressWarnings("NullAway") // Avro takes null where the schema says so
  public void publish(String id, Instant ingestedAt, Control control) {
    var body = control.body();
    write(
        partition ->
            new SourceRecord(null, PROVIDER, SOURCE, id, partition, ingestedAt, false, body));
  }

  private void write(IntFunction<SourceRecord> ofPartition) {
    var ready = writer == null ? new LogWriter(log.producer(TRANSACTIONAL_ID)) : writer;
    writer = ready;
    try {
      ready.begin();
      ready.writeControl(ofPartition);
      ready.commit();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}

package org.vigie.features.stream;

import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.features.facts.RefusedFact;
import org.vigie.features.stream.Output.ToRejections;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.Rejections;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// What cannot be used goes to rejections with its bytes, its place and its reason, and is counted.
public final class Refusals {

  /// Name of the counter of what was refused, records and facts.
  public static final String REFUSED = "refused";

  private final ProcessorContext<String, Output> context;
  private final Sensor refused;

  Refusals(ProcessorContext<String, Output> context) {
    this.context = context;
    this.refused =
        context
            .metrics()
            .addRateTotalSensor(
                Steps.UPDATE_COMPANIES, context.taskId().toString(), REFUSED, RecordingLevel.INFO);
  }

  /// Bytes that are no record: of whom they are is not known.
  void bytes(String reason, Record<String, byte[]> input) {
    var delivery = input.key() == null ? "" : input.key();
    send(rejection(reason, input).setDelivery(delivery).setProvider("").setSource(""), input);
  }

  /// A record of which nothing can be used.
  void record(SourceRecord record, String reason, Record<String, byte[]> input) {
    send(of(record, reason, input), input);
  }

  /// One fact of a record.
  void fact(SourceRecord record, RefusedFact fact, Record<String, byte[]> input) {
    send(of(record, fact.reason(), input).setValue(fact.natural()), input);
  }

  private Rejection.Builder of(SourceRecord record, String reason, Record<String, byte[]> input) {
    return rejection(reason, input)
        .setDelivery(record.getDelivery())
        .setProvider(record.getProvider())
        .setSource(record.getSource());
  }

  private Rejection.Builder rejection(String reason, Record<String, byte[]> input) {
    var offset = context.recordMetadata().map(at -> at.offset()).orElse(-1L);
    return Rejections.ofRecord(
        Topics.SOURCE_EVENTS, context.taskId().partition(), offset, input.value(), reason);
  }

  private void send(Rejection.Builder rejection, Record<String, byte[]> input) {
    refused.record();
    var output = new ToRejections(rejection.build());
    context.forward(
        new Record<>(output.rejection().getDelivery(), output, input.timestamp()),
        Steps.PUBLISH_REJECTIONS);
  }
}

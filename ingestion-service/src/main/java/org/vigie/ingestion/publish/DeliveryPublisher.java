package org.vigie.ingestion.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Set;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.schemas.DeliveryPosition;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.SourceRecord;

/// Publishes the plan of a delivery in transactions: its rejections first, then its records, each
/// transaction with the position to which it brings the delivery. Taken up again after a failure it
/// goes on from the position that the log holds.
@ApplicationScoped
public class DeliveryPublisher {

  /// Of a delivery's own: who takes the delivery over fences who had it.
  public static final String TRANSACTIONAL_ID_PREFIX = "ingestion-service-";

  private final LogConnection log;

  DeliveryPublisher(LogConnection log) {
    this.log = log;
  }

  /// @param resumed whether an earlier attempt may have published some of it
  public void publish(
      Delivery delivery,
      Iterator<Rejection> rejections,
      Iterator<CompanyRecord> records,
      boolean resumed) {
    try (var writer = new LogWriter(log.producer(TRANSACTIONAL_ID_PREFIX + delivery.id()))) {
      var position = resumed ? position(delivery) : nothing(delivery.id());
      skip(rejections, position.getRejected());
      skip(records, position.getPublished());
      if (!position.getComplete()) {
        new Publication(delivery, writer, position).run(rejections, records);
      }
    }
  }

  private DeliveryPosition position(Delivery delivery) {
    return Positions.of(Set.of(delivery.id()), delivery.ingestedAt(), log)
        .getOrDefault(delivery.id(), nothing(delivery.id()));
  }

  private static DeliveryPosition nothing(String delivery) {
    return new DeliveryPosition(delivery, 0, 0, false);
  }

  private static void skip(Iterator<?> items, int count) {
    for (int i = 0; i < count; i++) {
      items.next();
    }
  }

  private static final class Publication {

    private final Delivery delivery;
    private final LogWriter writer;
    private int published;
    private int rejected;

    Publication(Delivery delivery, LogWriter writer, DeliveryPosition from) {
      this.delivery = delivery;
      this.writer = writer;
      this.published = from.getPublished();
      this.rejected = from.getRejected();
    }

    void run(Iterator<Rejection> rejections, Iterator<CompanyRecord> records) {
      var refused = Chunks.ofRejections(rejections);
      while (refused.hasNext()) {
        var chunk = refused.next();
        writer.begin();
        chunk.forEach(writer::write);
        rejected += chunk.size();
        commit(!refused.hasNext() && !records.hasNext());
      }
      var chunks = Chunks.ofRecords(records);
      boolean empty = rejected == 0 && !chunks.hasNext();
      while (chunks.hasNext()) {
        var chunk = chunks.next();
        writer.begin();
        chunk.forEach(facts -> writer.write(record(facts)));
        published += chunk.size();
        commit(!chunks.hasNext());
      }
      if (empty) {
        writer.begin();
        commit(true);
      }
    }

    private void commit(boolean complete) {
      writer.write(
          new DeliveryPosition(delivery.id(), published, rejected, complete),
          delivery.ingestedAt());
      writer.commit();
    }

    private SourceRecord record(CompanyRecord facts) {
      return new SourceRecord(
          facts.siren(),
          delivery.source().provider(),
          delivery.source().text(),
          delivery.id(),
          facts.number(),
          delivery.ingestedAt(),
          delivery.knownAt().byRule(),
          new Facts(new ArrayList<>(facts.facts())));
    }
  }
}

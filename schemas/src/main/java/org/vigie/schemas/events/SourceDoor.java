package org.vigie.schemas.events;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Debit;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.Etablissement;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Procol;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;
import org.vigie.schemas.UniteLegale;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;
import org.vigie.schemas.events.SourceEvent.StatedFact;

/// The door of source-events.
public final class SourceDoor {

  /// A reader of the topic.
  public static RecordReader<SourceEvent> reader(Deserializer<SourceRecord> deserializer) {
    return new RecordReader<>(Topics.SOURCE_EVENTS, deserializer, SourceDoor::open);
  }

  /// What a record says.
  ///
  /// @throws UnknownBody when its body, or that of one of its facts, is of no case known here
  public static SourceEvent open(SourceRecord record) {
    return record.getBody() instanceof Facts facts
        ? new FactsOfCompany(record, facts.getFacts().stream().map(SourceDoor::open).toList())
        : ControlDoor.open(record.getBody());
  }

  private static StatedFact open(Fact fact) {
    return new StatedFact(fact, open(fact.getBody()));
  }

  private static @Nullable FactBody open(@Nullable Object body) {
    return switch (body) {
      case null -> null;
      case Cotisation line -> new FactBody.OfCotisation(line);
      case Debit operation -> new FactBody.OfDebit(operation);
      case Effectif row -> new FactBody.OfEffectif(row);
      case Procol event -> new FactBody.OfProcol(event);
      case Etablissement etablissement -> new FactBody.OfSirene(etablissement);
      case UniteLegale company -> new FactBody.OfSireneUl(company);
      default -> throw new UnknownBody("fact", body);
    };
  }

  private SourceDoor() {}
}

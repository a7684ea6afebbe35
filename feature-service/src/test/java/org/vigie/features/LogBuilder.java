package org.vigie.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Months;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Debit;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;
import org.vigie.schemas.Etablissement;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Operation;
import org.vigie.schemas.Procol;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.UniteLegale;

/// Facts of one company as ingestion writes them, told in few words.
///
/// @param knownOn day on which they are known
/// @param ingestion rank of the delivery among those of a test
public record LogBuilder(LocalDate knownOn, int ingestion) {

  public static final String SIREN = "732829320";
  public static final String SIRET = SIREN + "00074";
  public static final String COMPTE = "117000001";

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant FIRST_INGESTION = Instant.parse("2026-01-01T00:00:00Z");

  public static LogBuilder knownOn(String day) {
    return new LogBuilder(LocalDate.parse(day), 0);
  }

  public LogBuilder ingestedAs(int rank) {
    return new LogBuilder(knownOn, rank);
  }

  public static int month(String month) {
    var parsed = YearMonth.parse(month);
    return Months.of(parsed.atDay(1));
  }

  public Fact cotisation(String firstMonth, int months, long dueEuros) {
    var body =
        new Cotisation(
            SIRET, COMPTE, month(firstMonth), months, 0L, Math.multiplyExact(dueEuros, 100L));
    var key =
        String.join(
            "|",
            SIRET,
            COMPTE,
            month(firstMonth) + "+" + months,
            "0",
            Long.toString(body.getDue()));
    return fact(key, Months.firstDay(month(firstMonth)), body);
  }

  public Fact debit(String period, String ecart, int history, String day, long po, long pp) {
    var body =
        new Debit(
            SIRET,
            COMPTE,
            month(period),
            1,
            ecart,
            history,
            LocalDate.parse(day),
            po * 100,
            pp * 100,
            1);
    var key =
        String.join("|", SIREN, COMPTE, month(period) + "+1", ecart, Integer.toString(history));
    return fact(key, body.getProcessedOn(), body);
  }

  public Fact effectif(String siret, String compte, String firstMonth, Integer... headcounts) {
    var first = month(firstMonth);
    var known = instant(knownOn);
    var cells =
        IntStream.range(0, headcounts.length)
            .filter(i -> headcounts[i] != null)
            .mapToObj(i -> new EffectifCell(first + i, headcounts[i], known))
            .toList();
    return fact(
        siret + "|" + compte,
        Months.lastDay(cells.getLast().getMonth()),
        new Effectif(siret, compte, cells));
  }

  public Fact procol(String action, String stage, String day) {
    var effectiveOn = LocalDate.parse(day);
    var key = String.join("|", SIRET, day, action, stage);
    return fact(key, effectiveOn, new Procol(SIRET, action, stage, effectiveOn));
  }

  public Fact etablissement(
      String nic, String departement, boolean siege, @Nullable String closedOn) {
    var created = LocalDate.parse("2010-05-03");
    var body =
        Etablissement.newBuilder()
            .setSiret(SIREN + nic)
            .setSiege(siege)
            .setDepartement(departement)
            .setCreatedOn(created)
            .setClosed(closedOn != null)
            .setStateSince(closedOn == null ? created : LocalDate.parse(closedOn))
            .build();
    return fact(SIREN + "|" + nic, created, body);
  }

  public Fact uniteLegale(String name, String legalCategory, String naf) {
    var created = LocalDate.parse("2010-05-03");
    var body =
        UniteLegale.newBuilder()
            .setName(name)
            .setLegalCategory(legalCategory)
            .setNaf(naf)
            .setCreatedOn(created)
            .setCeased(false)
            .build();
    return fact(SIREN, created, body);
  }

  /// The withdrawal of a fact, known on this day.
  @SuppressWarnings("NullAway") // Avro's builder takes null where the schema says so.
  public Fact retract(Fact fact) {
    return Fact.newBuilder(fact)
        .setOperation(Operation.RETRACT)
        .setKnownAt(instant(knownOn))
        .setId("retract-" + fact.getId())
        .setBody(null)
        .build();
  }

  public SourceRecord record(String source, Fact... facts) {
    return record(SIREN, source, Arrays.asList(facts));
  }

  public SourceRecord record(String siren, String source, List<Fact> facts) {
    return SourceRecord.newBuilder()
        .setSiren(siren)
        .setProvider("test")
        .setSource(source)
        .setDelivery("delivery-" + knownOn + "-" + ingestion)
        .setNumber(0)
        .setIngestedAt(FIRST_INGESTION.plusSeconds(ingestion))
        .setHistory(false)
        .setBody(new Facts(facts))
        .build();
  }

  public static SourceRecord control(Object body) {
    return SourceRecord.newBuilder()
        .setProvider("vigie")
        .setSource("control")
        .setDelivery("control")
        .setNumber(0)
        .setIngestedAt(FIRST_INGESTION)
        .setBody(body)
        .build();
  }

  private Fact fact(String key, LocalDate occurredAt, Object body) {
    return Fact.newBuilder()
        .setId(key + "@" + knownOn + "#" + ingestion)
        .setKey(key)
        .setOccurredAt(occurredAt)
        .setKnownAt(instant(knownOn))
        .setPlace(2)
        .setOperation(Operation.RECORD)
        .setBody(body)
        .build();
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(PARIS).toInstant();
  }
}

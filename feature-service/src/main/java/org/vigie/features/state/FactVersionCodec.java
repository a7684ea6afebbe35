package org.vigie.features.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.CompanyIdentity;
import org.vigie.features.facts.CotisationLine;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.FactValue;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.ProcedureEvent;
import org.vigie.features.facts.Rank;

/// Versions as the store holds them. A company's hundreds of facts are read at each of its records,
/// so the form is bare: a byte for the edition of the form, one for the kind of value, then the
/// fields in order.
final class FactVersionCodec {

  private static final int EDITION = 2;

  /// What a version holds; stored as its place in this list, to which is only added.
  private enum Kind {
    WITHDRAWN,
    COTISATION,
    DEBT,
    HEADCOUNT,
    PROCEDURE,
    ETABLISSEMENT,
    IDENTITY;

    private static final List<Kind> ALL = List.of(values());

    static Kind of(int place) {
      if (place < 0 || place >= ALL.size()) {
        throw new IllegalStateException("no kind of fact has number " + place);
      }
      return ALL.get(place);
    }

    static Kind of(@Nullable FactValue value) {
      return switch (value) {
        case null -> WITHDRAWN;
        case CotisationLine _ -> COTISATION;
        case DebtOperation _ -> DEBT;
        case HeadcountCell _ -> HEADCOUNT;
        case ProcedureEvent _ -> PROCEDURE;
        case EtablissementState _ -> ETABLISSEMENT;
        case CompanyIdentity _ -> IDENTITY;
      };
    }
  }

  static Serde<FactVersion> serde() {
    return Serdes.serdeFrom(
        (_, version) -> version == null ? null : write(version),
        (_, bytes) -> bytes == null ? null : read(bytes));
  }

  static byte[] write(FactVersion version) {
    var bytes = new ByteArrayOutputStream(64);
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(EDITION);
      out.writeByte(Kind.of(version.value()).ordinal());
      out.writeLong(version.rank().knownAt());
      out.writeLong(version.rank().ingestedAt());
      out.writeLong(version.rank().place());
      writeDay(out, version.occurredOn());
      writeValue(out, version.value());
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused a write", e);
    }
    return bytes.toByteArray();
  }

  static FactVersion read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var edition = in.readByte();
      if (edition != EDITION) {
        throw new IllegalStateException(
            "the store holds facts of edition " + edition + ", not " + EDITION);
      }
      var kind = Kind.of(in.readByte());
      var rank = new Rank(in.readLong(), in.readLong(), in.readLong());
      return new FactVersion(rank, day(in), value(kind, in));
    } catch (IOException e) {
      throw new UncheckedIOException(bytes.length + " bytes are not a fact", e);
    }
  }

  private static void writeValue(DataOutputStream out, @Nullable FactValue value)
      throws IOException {
    switch (value) {
      case null -> {}
      case CotisationLine line -> {
        out.writeInt(line.firstMonth());
        out.writeByte(line.months());
        out.writeLong(line.due());
      }
      case DebtOperation operation -> {
        writeText(out, operation.ecart());
        out.writeInt(operation.historyNumber());
        writeDay(out, operation.processedOn());
        out.writeLong(operation.partOuvriere());
        out.writeLong(operation.partPatronale());
      }
      case HeadcountCell cell -> {
        writeText(out, cell.siret());
        writeText(out, cell.compte());
        out.writeInt(cell.month());
        out.writeInt(cell.headcount());
      }
      case ProcedureEvent event -> {
        writeText(out, event.action().text());
        writeText(out, event.stage());
        writeDay(out, event.effectiveOn());
      }
      case EtablissementState etablissement -> {
        writeText(out, etablissement.siret());
        out.writeBoolean(etablissement.siege());
        writeOptionalText(out, etablissement.departement());
        writeOptionalDay(out, etablissement.createdOn());
        writeEnding(out, etablissement.closing());
      }
      case CompanyIdentity identity -> {
        writeOptionalText(out, identity.name());
        writeOptionalText(out, identity.legalCategory());
        writeOptionalText(out, identity.naf());
        writeOptionalDay(out, identity.createdOn());
        writeEnding(out, identity.ceasing());
      }
    }
  }

  private static @Nullable FactValue value(Kind kind, DataInputStream in) throws IOException {
    return switch (kind) {
      case WITHDRAWN -> null;
      case COTISATION -> new CotisationLine(in.readInt(), in.readByte(), in.readLong());
      case DEBT -> new DebtOperation(text(in), in.readInt(), day(in), in.readLong(), in.readLong());
      case HEADCOUNT -> new HeadcountCell(text(in), text(in), in.readInt(), in.readInt());
      case PROCEDURE -> new ProcedureEvent(action(in), text(in), day(in));
      case ETABLISSEMENT ->
          new EtablissementState(
              text(in), in.readBoolean(), optionalText(in), optionalDay(in), ending(in));
      case IDENTITY ->
          new CompanyIdentity(
              optionalText(in), optionalText(in), optionalText(in), optionalDay(in), ending(in));
    };
  }

  private static ProcedureEvent.Action action(DataInputStream in) throws IOException {
    var text = text(in);
    return ProcedureEvent.Action.ofText(text)
        .orElseThrow(() -> new IllegalStateException("the store holds an action named " + text));
  }

  /// UTF-8 after its length in bytes: a text of any length.
  private static void writeText(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), UTF_8);
  }

  private static void writeOptionalText(DataOutputStream out, @Nullable String text)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      writeText(out, text);
    }
  }

  private static @Nullable String optionalText(DataInputStream in) throws IOException {
    return in.readBoolean() ? text(in) : null;
  }

  private static void writeDay(DataOutputStream out, LocalDate day) throws IOException {
    out.writeInt(Math.toIntExact(day.toEpochDay()));
  }

  private static LocalDate day(DataInputStream in) throws IOException {
    return LocalDate.ofEpochDay(in.readInt());
  }

  private static void writeOptionalDay(DataOutputStream out, @Nullable LocalDate day)
      throws IOException {
    out.writeBoolean(day != null);
    if (day != null) {
      writeDay(out, day);
    }
  }

  private static @Nullable LocalDate optionalDay(DataInputStream in) throws IOException {
    return in.readBoolean() ? day(in) : null;
  }

  /// Two longs: it may count from a month after the last day that an int can tell.
  private static void writeEnding(DataOutputStream out, @Nullable Ending ending)
      throws IOException {
    out.writeBoolean(ending != null);
    if (ending != null) {
      out.writeLong(ending.on().toEpochDay());
      out.writeLong(ending.knownFrom().toEpochDay());
    }
  }

  private static @Nullable Ending ending(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Ending(LocalDate.ofEpochDay(in.readLong()), LocalDate.ofEpochDay(in.readLong()))
        : null;
  }

  private FactVersionCodec() {}
}

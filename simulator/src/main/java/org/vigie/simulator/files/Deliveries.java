package org.vigie.simulator.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.registers.CotisationRow;
import org.vigie.simulator.registers.DebitRow;
import org.vigie.simulator.registers.EffectifRow;
import org.vigie.simulator.registers.EtablissementRow;
import org.vigie.simulator.registers.ProcolRow;
import org.vigie.simulator.registers.Row;
import org.vigie.simulator.registers.UniteLegaleRow;

/// The dated folders. A row goes into the first delivery after it is known; a damaged one comes
/// whole with the next delivery of its source. A file of which a delivery has no row is not there.
public final class Deliveries implements Closeable {

  /// Rows that stand twice in the same file.
  private static final double REPEATED = 0.0005;

  private final Path directory;
  private final Timeline timeline;
  private final CotisationFormat cotisations = new CotisationFormat();
  private final DebitFormat debits = new DebitFormat();
  private final EffectifFormat effectifs;
  private final ProcolFormat procedures = new ProcolFormat();
  private final EtablissementFormat etablissements = new EtablissementFormat();
  private final UniteLegaleFormat unitesLegales = new UniteLegaleFormat();
  private final Map<Place, DeliveredFile> files = new HashMap<>();
  private long rows;
  private long damaged;

  public Deliveries(Path directory, Timeline timeline) {
    this.directory = directory;
    this.timeline = timeline;
    this.effectifs = new EffectifFormat(timeline);
  }

  /// Writes `row`, or nothing when it is known after the last delivery. `chance` decides on damage.
  public void write(Row row, Chance chance) throws IOException {
    switch (row) {
      case CotisationRow cotisation -> write(cotisation, cotisations, chance);
      case DebitRow debit -> write(debit, debits, chance);
      case EffectifRow effectif -> write(effectif, effectifs, chance);
      case ProcolRow procedure -> write(procedure, procedures, chance);
      case EtablissementRow etablissement -> write(etablissement, etablissements, chance);
      case UniteLegaleRow uniteLegale -> write(uniteLegale, unitesLegales, chance);
    }
  }

  /// Lines written, headers not counted.
  public long rows() {
    return rows;
  }

  /// Lines beyond use among them.
  public long damaged() {
    return damaged;
  }

  @Override
  public void close() throws IOException {
    for (var file : files.values()) {
      file.close();
    }
  }

  private <R extends Row> void write(R row, Format<R> format, Chance chance) throws IOException {
    int delivery = timeline.deliveryAfter(row.knownOn());
    if (delivery >= timeline.deliveryCount()) {
      return;
    }
    if (Damage.strikes(chance)) {
      var file = file(format, delivery);
      line(file, Damage.spoil(file.header(), format.fields(row, delivery), format, chance));
      damaged++;
      delivery += format.everyDeliveries();
    }
    if (delivery < timeline.deliveryCount()) {
      whole(row, format, delivery, chance);
    }
  }

  private <R extends Row> void whole(R row, Format<R> format, int delivery, Chance chance)
      throws IOException {
    var bytes = Line.of(format.fields(row, delivery), format.separator());
    var file = file(format, delivery);
    line(file, bytes);
    if (chance.happens(REPEATED)) {
      line(file, bytes);
    }
  }

  private void line(DeliveredFile file, byte[] bytes) throws IOException {
    file.write(bytes);
    rows++;
  }

  private DeliveredFile file(Format<?> format, int delivery) throws IOException {
    var place = new Place(format, delivery);
    var open = files.get(place);
    if (open == null) {
      var folder = directory.resolve(timeline.delivery(delivery).toString());
      open =
          new DeliveredFile(
              folder.resolve(format.fileName()), format.header(delivery), format.separator());
      files.put(place, open);
    }
    return open;
  }

  private record Place(Format<?> format, int delivery) {}
}

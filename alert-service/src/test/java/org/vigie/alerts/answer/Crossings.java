package org.vigie.alerts.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.vigie.alerts.Samples;
import org.vigie.alerts.Wire;
import org.vigie.alerts.consume.Reading;
import org.vigie.alerts.consume.ScoreBatch;
import org.vigie.alerts.consume.ScoreBatch.Item;
import org.vigie.alerts.consume.ScoreBatch.Move;
import org.vigie.alerts.consume.ScoreReader;
import org.vigie.alerts.record.MessageWriter;
import org.vigie.alerts.record.Recorder;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;

/// Two alerts for each subscription that stands: a first score at élevé, then one at modéré.
final class Crossings {

  static void record(DataSource database, ObjectMapper json) {
    var high = Samples.seen("2026-02-01", Samples.measured(0.4), null, true);
    var lower = Samples.seen("2026-03-01", Samples.measured(0.12), Samples.measured(0.4), true);
    var items =
        List.of(
            new Item(3, 0, new Reading.Score(high, new byte[0])),
            new Item(3, 1, new Reading.Score(lower, new byte[0])));
    var reader = new ScoreReader(Wire.deserializer(ScoreRecord.class));
    new Recorder(
            database,
            reader,
            new MessageWriter(
                AvroBinary.serde(AlertEvent.class).serializer(),
                AvroBinary.serde(Rejection.class).serializer(),
                Samples.LINKS),
            json,
            _ -> {})
        .record(new ScoreBatch(items, Map.of(3, new Move(0, 2))));
  }

  private Crossings() {}
}

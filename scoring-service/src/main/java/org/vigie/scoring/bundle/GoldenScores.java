package org.vigie.scoring.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.scoring.model.Model;
import org.vigie.scoring.model.Prediction;
import org.vigie.scoring.model.Predictor;

/// `golden.csv`: vectors with what Python says of them. Columns: the features in order (empty for
/// unknown), p12, p18, p24, intercept and one contribution per theme at 18 months.
///
/// @param rows the vectors and their answers, in order
record GoldenScores(List<Row> rows) {

  /// How far Java may be from Python, in probability or log-odds.
  static final double TOLERANCE = 1e-6;

  /// @param line line in the file, the header being line 1
  record Row(int line, List<Double> values, List<Double> answers) {}

  /// Reads the file of a model.
  ///
  /// @throws IllegalArgumentException when it does not have the columns of the model, or no row
  static GoldenScores read(Path file, Model model) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int features = model.features().size();
    int answers = Model.HORIZONS.size() + 1 + model.themes().size();
    var rows = new ArrayList<Row>();
    for (int at = 1; at < lines.size(); at++) {
      List<Double> cells =
          Arrays.stream(lines.get(at).split(",", -1)).map(GoldenScores::number).toList();
      if (cells.size() != features + answers) {
        throw new IllegalArgumentException(
            "line " + (at + 1) + " has " + cells.size() + " cells, not " + (features + answers));
      }
      rows.add(new Row(at + 1, cells.subList(0, features), cells.subList(features, cells.size())));
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no row");
    }
    return new GoldenScores(List.copyOf(rows));
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /// Lines on which a predictor is farther from the answers than the tolerance.
  List<Integer> disagreements(Predictor predictor) {
    return rows.stream()
        .filter(row -> !agrees(row.answers(), answers(predictor.predict(row.values()))))
        .map(Row::line)
        .toList();
  }

  private static boolean agrees(List<Double> expected, List<Double> found) {
    for (int at = 0; at < expected.size(); at++) {
      // Negated, so that NaN agrees with nothing.
      if (!(Math.abs(expected.get(at) - found.get(at)) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  /// A prediction in the order of the file's columns.
  static List<Double> answers(Prediction prediction) {
    return Stream.concat(
            Stream.of(prediction.p12(), prediction.p18(), prediction.p24(), prediction.intercept()),
            prediction.contributions().stream())
        .toList();
  }
}

package org.vigie.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// A simulated country read back from its files, as naively as a stranger would.
record WrittenCountry(Path directory, Written written) {

  static WrittenCountry write(SimulationPlan plan, Path directory) throws IOException {
    return new WrittenCountry(directory, Simulation.of(plan).writeTo(directory, Progress.silent()));
  }

  /// A line under the names of its columns, and the delivery that held it.
  record Line(LocalDate delivery, Map<String, String> fields) {
    String get(String column) {
      return Objects.requireNonNull(fields.get(column), column);
    }
  }

  List<LocalDate> deliveries() throws IOException {
    try (var entries = Files.list(directory)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> LocalDate.parse(entry.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  String header(LocalDate delivery, String file) throws IOException {
    return text(directory.resolve(delivery.toString()).resolve(file)).getFirst();
  }

  /// The whole lines of `file` in every delivery; damaged ones are left out.
  List<Line> lines(String file, String separator) throws IOException {
    var lines = new ArrayList<Line>();
    for (var delivery : deliveries()) {
      var path = directory.resolve(delivery.toString()).resolve(file);
      if (Files.exists(path)) {
        var text = text(path);
        for (var line : text.subList(1, text.size())) {
          read(text.getFirst().split(separator), line, separator, delivery, lines);
        }
      }
    }
    return lines;
  }

  List<Line> truth() throws IOException {
    var text = text(directory.resolve("truth.csv"));
    var lines = new ArrayList<Line>();
    for (var line : text.subList(1, text.size())) {
      read(text.getFirst().split(","), line, ",", LocalDate.EPOCH, lines);
    }
    return lines;
  }

  private static void read(
      String[] header, String line, String separator, LocalDate delivery, List<Line> into) {
    // A quoted comma is met in names only: the text between quotes is of no use here.
    var fields = line.replaceAll("\"[^\"]*\"", "quoted").split(separator, -1);
    boolean decoded = line.indexOf('\uFFFD') < 0;
    if (decoded && fields.length == header.length) {
      var values = new HashMap<String, String>();
      for (int i = 0; i < header.length; i++) {
        values.put(header[i], fields[i]);
      }
      into.add(new Line(delivery, values));
    }
  }

  private static List<String> text(Path path) throws IOException {
    try (var file = Files.newInputStream(path);
        var reader =
            new BufferedReader(new InputStreamReader(plain(path, file), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static InputStream plain(Path path, InputStream file) throws IOException {
    return path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
  }
}

package org.vigie.simulator.country;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The communes (one or two per département, weighted by inhabitants and jobs) and the activities
/// (weighted among companies of ten and more), read from resources beside this class.
final class ReferenceTables {

  private ReferenceTables() {}

  static List<Commune> communes() {
    return read(
        "communes.csv",
        row ->
            new Commune(
                row[0],
                Double.parseDouble(row[1]),
                row[2],
                row[3],
                row[4],
                row[5],
                row[6],
                row[7]));
  }

  static List<Activity> activities() {
    return read(
        "activities.csv",
        row ->
            new Activity(
                row[0],
                Sector.valueOf(row[1]),
                Double.parseDouble(row[2]),
                Double.parseDouble(row[3]),
                Integer.parseInt(row[4]),
                row[5]));
  }

  private static <T> List<T> read(String resource, Function<String[], T> row) {
    var stream =
        Objects.requireNonNull(ReferenceTables.class.getResourceAsStream(resource), resource);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> row.apply(line.split(";", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + resource, e);
    }
  }
}

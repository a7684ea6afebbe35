package org.vigie.devkit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens to each simulated company, which no service ever sees.
///
/// @param failures day of the first failure, by SIREN; companies that never fail are absent
public record Truth(Map<String, LocalDate> failures) {

  public Truth {
    failures = Map.copyOf(failures);
  }

  /// Reads the simulator's `truth.csv`.
  public static Truth read(Path file) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    List<String> header = List.of(lines.getFirst().split(",", -1));
    int siren = header.indexOf("siren");
    int failure = header.indexOf("failure_date");
    if (siren < 0 || failure < 0) {
      throw new IOException(
          file + ": its header must name siren and failure_date, it is " + header);
    }
    var failures = new HashMap<String, LocalDate>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      if (!fields[failure].isEmpty()) {
        failures.put(fields[siren], LocalDate.parse(fields[failure]));
      }
    }
    return new Truth(failures);
  }

  public Optional<LocalDate> failure(String siren) {
    return Optional.ofNullable(failures.get(siren));
  }
}

package org.vigie.simulator.files;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.life.Life;

/// What became of each company, until the last day that the truth covers: later is unknown, as it
/// would be in life.
public final class TruthFile implements Closeable {

  static final List<String> HEADER =
      List.of("siren", "failure_date", "procedure", "closed_on", "covered_until");

  private final LocalDate coveredUntil;
  private final BufferedWriter out;

  public TruthFile(Path path, LocalDate coveredUntil) throws IOException {
    this.coveredUntil = coveredUntil;
    this.out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    out.write(Line.text(HEADER, ','));
  }

  /// Returns whether the company fails by the last day covered.
  public boolean write(Company company, Life life) throws IOException {
    var failure = life.procedure();
    if (failure != null && !isCovered(failure.openedOn())) {
      failure = null;
    }
    out.write(
        Line.text(
            List.of(
                company.siren(),
                failure == null ? "" : failure.openedOn().toString(),
                failure == null ? "" : failure.openedAs().name().toLowerCase(Locale.ROOT),
                covered(life.ceasedOn()),
                coveredUntil.toString()),
            ','));
    return failure != null;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private String covered(@Nullable LocalDate day) {
    return day != null && isCovered(day) ? day.toString() : "";
  }

  private boolean isCovered(LocalDate day) {
    return !day.isAfter(coveredUntil);
  }
}

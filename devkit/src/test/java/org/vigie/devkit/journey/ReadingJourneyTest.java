package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;

/// Companies are read by several clients while a delivery is loaded: each answer is that of the
/// same reading alone.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class ReadingJourneyTest {

  private static final int CLIENTS = 8;
  private static final int COMPANIES = 200;

  /// Companies that the delivery brings beside those that are read: a load of some seconds.
  private static final int OTHERS = 1_500;

  /// The months of a company's contributions, all in one record of the log.
  private static final List<String> PERIODS =
      IntStream.range(0, 12)
          .mapToObj(YearMonth.of(2025, 9)::plusMonths)
          .map(ReadingJourneyTest::period)
          .toList();

  private static final List<String> STILL = sirens("9200", COMPANIES);
  private static final List<String> MOVING = sirens("9210", COMPANIES);

  @Test
  void eachAnswerDuringALoadIsThatOfTheSameReadingAlone(
      RunningPlatform platform, @TempDir Path files) throws Exception {
    Path known = Files.createDirectories(files.resolve("2026-08-23"));
    write(known, STILL, 1_000);
    write(known, MOVING, 2_000);
    platform.ingest(files);
    Map<String, JsonNode> still = readAll(platform, STILL);
    Map<String, JsonNode> before = readAll(platform, MOVING);

    Map<String, Set<JsonNode>> seen = readDuring(platform, load(files.resolve("load")));

    assertThat(STILL)
        .allSatisfy(siren -> assertThat(seen.get(siren)).containsExactly(still.get(siren)));
    Map<String, JsonNode> after = readAll(platform, MOVING);
    assertThat(MOVING)
        .allSatisfy(
            siren -> {
              assertThat(values(after.get(siren))).isNotEqualTo(values(before.get(siren)));
              assertThat(seen.get(siren).stream().map(ReadingJourneyTest::values))
                  .isSubsetOf(values(before.get(siren)), values(after.get(siren)));
            });
  }

  private static Path load(Path folder) throws IOException {
    Files.createDirectories(folder);
    var moved = new StringBuilder(header());
    MOVING.forEach(siren -> moved.append(rows(siren, 3_000)));
    sirens("9220", OTHERS).forEach(siren -> moved.append(rows(siren, 4_000)));
    return Files.writeString(folder.resolve("sigfaible_cotisdues.csv"), moved);
  }

  /// What eight clients were answered for each company from the beginning of a load to its end.
  private static Map<String, Set<JsonNode>> readDuring(RunningPlatform platform, Path file)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
      Future<?> load = threads.submit(() -> platform.ingest(file));
      List<Future<Map<String, Set<JsonNode>>>> clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(_ -> threads.submit(client(platform, load)))
              .toList();
      load.get();
      var seen = new HashMap<String, Set<JsonNode>>();
      for (Future<Map<String, Set<JsonNode>>> client : clients) {
        client
            .get()
            .forEach((siren, answers) -> seen.merge(siren, answers, ReadingJourneyTest::union));
      }
      return seen;
    }
  }

  /// Reads all companies in turn, once at least.
  private static Callable<Map<String, Set<JsonNode>>> client(
      RunningPlatform platform, Future<?> load) {
    ServiceClient client = platform.as(Cast.OPERATOR);
    return () -> {
      var seen = new HashMap<String, Set<JsonNode>>();
      do {
        for (int i = 0; i < COMPANIES; i++) {
          for (String siren : List.of(STILL.get(i), MOVING.get(i))) {
            seen.computeIfAbsent(siren, _ -> new HashSet<>()).add(read(client, siren));
          }
        }
      } while (!load.isDone());
      return seen;
    };
  }

  private static Set<JsonNode> union(Set<JsonNode> one, Set<JsonNode> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static Map<String, JsonNode> readAll(RunningPlatform platform, List<String> sirens)
      throws Exception {
    ServiceClient client = platform.as(Cast.OPERATOR);
    var answers = new HashMap<String, JsonNode>();
    for (String siren : sirens) {
      answers.put(siren, read(client, siren));
    }
    return answers;
  }

  private static JsonNode read(ServiceClient client, String siren) throws Exception {
    return client.get(Slot.FEATURE_SERVICE, "/companies/" + siren + "/features");
  }

  /// Without the day of the score, which follows a little later.
  private static JsonNode values(JsonNode answer) {
    return ((ObjectNode) answer.deepCopy()).without("scoredAsOf");
  }

  private static List<String> sirens(String prefix, int many) {
    return IntStream.range(0, many).mapToObj(i -> prefix + "%05d".formatted(i)).toList();
  }

  private static void write(Path folder, List<String> sirens, int euros) throws IOException {
    String rows = sirens.stream().map(siren -> rows(siren, euros)).collect(Collectors.joining());
    Path file = folder.resolve("sigfaible_cotisdues.csv");
    Files.writeString(file, (Files.exists(file) ? Files.readString(file) : header()) + rows);
  }

  private static String header() {
    return "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due\n";
  }

  // Year, quarter, month of the quarter.
  private static String period(YearMonth month) {
    int zeroBased = month.getMonthValue() - 1;
    return "%d%d%d".formatted(month.getYear(), zeroBased / 3 + 1, zeroBased % 3 + 1);
  }

  /// A year of contributions; no two companies owe the same.
  private static String rows(String siren, int euros) {
    int due = euros + Integer.parseInt(siren.substring(4));
    return PERIODS.stream()
        .map(period -> "671;21;%s00018;9%s1;%s;;0;%d\n".formatted(siren, siren, period, due))
        .collect(Collectors.joining());
  }
}

package org.vigie.kit.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingLogTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  private record Reading(String reader, String what, @Nullable String id, boolean inZone) {}

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void inADirectoryThatIsNotThereYet() {
    file = directory.resolve("service/readings.log");
  }

  @Test
  void aLineSaysWhenAndThenWhatTheReadingSays() throws IOException {
    write(new Reading("alice", "features", "17", false));

    assertThat(lines())
        .containsExactly(
            "{\"before\":\""
                + "0".repeat(64)
                + "\",\"at\":\"2026-11-24T12:00:00.000000Z\","
                + "\"reader\":\"alice\",\"what\":\"features\",\"id\":\"17\",\"inZone\":false}");
  }

  @Test
  void whatIsAbsentIsNull() throws IOException {
    write(new Reading("vigie-cli", "export", null, true));

    assertThat(entry(0).get("id").isNull()).isTrue();
  }

  @Test
  void aReadersNameCannotEndALine() throws IOException {
    write(new Reading("alice\n{\"before\":\"", "score", "17", true));

    assertThat(lines()).hasSize(1);
    assertThat(entry(0).get("reader").textValue()).isEqualTo("alice\n{\"before\":\"");
  }

  @Test
  void onlyItsOwnerMayReadTheFile() throws IOException {
    write(score("alice"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theChainHoldsOverReopening() throws IOException {
    write(score("alice"), score("bob"));
    write(score("carol"));

    assertThat(entry(2).get("before").textValue()).isEqualTo(hashOfLine(1));
    assertThat(ReadingChain.firstBrokenLine(file)).isEmpty();
  }

  @Test
  void theChainHoldsWhenLinesAreLong() throws IOException {
    write(score("a".repeat(20_000)), score("b".repeat(20_000)), score("c".repeat(40_000)));
    write(score("dave"));

    assertThat(ReadingChain.firstBrokenLine(file)).isEmpty();
  }

  @Test
  void aChangedLineIsFoundByTheOneAfter() throws IOException {
    write(score("alice"), score("bob"), score("carol"));

    rewrite(text().replace("bob", "eve"));

    assertThat(ReadingChain.firstBrokenLine(file)).hasValue(3);
  }

  @Test
  void aLineTakenOutIsFound() throws IOException {
    write(score("alice"), score("bob"), score("carol"));

    rewrite(lines().get(0) + "\n" + lines().get(2) + "\n");

    assertThat(ReadingChain.firstBrokenLine(file)).hasValue(2);
  }

  @Test
  void aFirstLineTakenOutIsFound() throws IOException {
    write(score("alice"), score("bob"));

    rewrite(lines().get(1) + "\n");

    assertThat(ReadingChain.firstBrokenLine(file)).hasValue(1);
  }

  @Test
  void anEmptyLinePutInIsFound() throws IOException {
    write(score("alice"), score("bob"));

    rewrite(text().replaceFirst("\n", "\n\n"));

    assertThat(ReadingChain.firstBrokenLine(file)).hasValue(3);
  }

  @Test
  void theChainGoesOnFromALineThatACrashHasTorn() throws IOException {
    write(score("alice"), score("bob"));
    var torn = text().substring(0, text().length() - 30);
    rewrite(torn);

    write(score("carol"));

    assertThat(text()).startsWith(torn + "\n");
    assertThat(entry(2).get("reader").textValue()).isEqualTo("carol");
    assertThat(entry(2).get("before").textValue()).isEqualTo(hashOfLine(1));
    assertThat(ReadingChain.firstBrokenLine(file)).isEmpty();
  }

  @Test
  void aLineTornWithinItsHashStillBelongsToTheChain() throws IOException {
    write(score("alice"), score("bob"));
    rewrite(lines().get(0) + "\n" + lines().get(1).substring(0, 40));

    write(score("carol"));

    assertThat(ReadingChain.firstBrokenLine(file)).isEmpty();
  }

  @Test
  void aChangeBeforeATornLineIsFound() throws IOException {
    write(score("alice"), score("bob"));
    rewrite(text().substring(0, text().length() - 30));
    write(score("carol"));

    rewrite(text().replace("alice", "eve"));

    assertThat(ReadingChain.firstBrokenLine(file)).hasValue(2);
  }

  @Test
  void concurrentReadersShareOneChain() throws IOException {
    try (var log = ReadingLog.open(file, NOON);
        var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 400)
          .mapToObj(i -> List.of(score("reader-" + i), score("reader-" + i)))
          .<Runnable>map(readings -> () -> log.record(readings))
          .toList()
          .forEach(readers::execute);
      readers.close();
    }

    assertThat(lines()).hasSize(800);
    assertThat(ReadingChain.firstBrokenLine(file)).isEmpty();
  }

  @Test
  void whatCannotBeTracedIsNotRead() throws IOException {
    onAFullDisk();

    try (var log = ReadingLog.open(file, NOON)) {
      assertThatThrownBy(() -> log.record(List.of(score("alice"))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void whenThereIsRoomAgainReadingsAreTracedAgain() throws IOException {
    onAFullDisk();
    try (var log = ReadingLog.open(file, NOON)) {
      assertThatThrownBy(() -> log.record(List.of(score("alice"))));
      Files.delete(file);

      log.record(List.of(score("bob")));
    }

    assertThat(entry(0).get("reader").textValue()).isEqualTo("bob");
    assertThat(ReadingChain.firstBrokenLine(file)).isEmpty();
  }

  @Test
  void aClosedLogRefusesReadings() throws IOException {
    var log = ReadingLog.open(file, NOON);
    log.close();

    assertThatThrownBy(() -> log.record(List.of(score("alice"))))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(text()).isEmpty();
  }

  @Test
  void aFileThatCannotBeOpenedIsNamed() throws IOException {
    Files.createDirectories(file);

    assertThatThrownBy(() -> ReadingLog.open(file, NOON))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  private void write(Reading... readings) throws IOException {
    try (var log = ReadingLog.open(file, NOON)) {
      log.record(List.of(readings));
    }
  }

  /// Linux's device on which every write finds no space left.
  private void onAFullDisk() throws IOException {
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of("/dev/full"));
  }

  private void rewrite(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private String text() throws IOException {
    return Files.readString(file);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  private String hashOfLine(int index) throws IOException {
    return ReadingChain.hash(lines().get(index).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode entry(int index) throws IOException {
    return json(lines().get(index));
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static Reading score(String reader) {
    return new Reading(reader, "score", "17", true);
  }
}

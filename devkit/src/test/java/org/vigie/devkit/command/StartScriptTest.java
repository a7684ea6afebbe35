package org.vigie.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The start script as a shell runs it, in a checkout that is built or not.
class StartScriptTest {

  private static final Set<String> OF_ALL =
      Set.of("--data", "--port-base", "--json", "--help", "--version");
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  /// What a run of the script gave.
  private record Run(int code, String out, String err) {

    JsonNode json() throws Exception {
      assertThat(out.lines()).hasSize(1);
      return new ObjectMapper().readTree(out);
    }
  }

  @TempDir Path directory;

  private Path checkout;

  @BeforeEach
  void checkOut() throws Exception {
    checkout = Files.createDirectory(directory.resolve("checkout"));
    Files.copy(REPOSITORY.resolve("vigie"), checkout.resolve("vigie"));
    Files.copy(REPOSITORY.resolve("pom.xml"), checkout.resolve("pom.xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "completion", "doctor", "ingest --help"})
  void whatExplainsTheCommandLineBuildsNothing(String words) throws Exception {
    Run run = run(Map.of(), (words + " --json").split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.json()).isNotEmpty();
    assertThat(checkout).isDirectoryNotContaining("glob:**/target");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "d.mo", ".*", "dem", "de\"mo"})
  void anUnknownCommandIsRefusedBeforeAnythingIsBuilt(String command) throws Exception {
    Run run = run(Map.of(), command, "--json");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.json().path("error").asText()).contains("« " + command + " »");
    assertThat(checkout).isDirectoryNotContaining("glob:**/target");
  }

  @Test
  void whatCannotBePrintedIsToldInJsonToo() throws Exception {
    Run run = run(Map.of(), "\u001b[2J", "--json");

    assertThat(run.json().path("error").asText()).contains("« ?[2J »");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up --bogus",
        "up --clock --once --bogus",
        "ingest --wait --known-at=2025-03-01 --bogus file.csv",
        "simulate --seed 4 --out --wait --bogus"
      })
  void anUnknownOptionIsRefusedBeforeAnythingIsBuilt(String words) throws Exception {
    Run run = run(Map.of(), (words + " --json").split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.json().path("error").asText()).contains("« --bogus »");
    assertThat(checkout).isDirectoryNotContaining("glob:**/target");
  }

  @Test
  void theTestsTakeNoOtherWordThanQuick() throws Exception {
    Run run = run(Map.of(), "test", "slow", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.json().path("error").asText()).contains("« slow »");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theTestsPassWhenTheBuildDoes(int outcome) throws Exception {
    // A Maven that ends at once, and no Python.
    Path maven =
        Files.createDirectories(directory.resolve("cache/vigie/apache-maven-3.9.11/bin"))
            .resolve("mvn");
    Files.writeString(maven, "exit " + outcome + "\n");
    Path programs = Files.createDirectory(directory.resolve("programs"));
    for (String python : List.of("python3", "python3.11", "python3.12", "python3.13")) {
      Path program = Files.writeString(programs.resolve(python), "#!/bin/sh\nexit 1\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    Run run =
        run(
            Map.of(
                "XDG_CACHE_HOME",
                directory + "/cache",
                "PATH",
                programs + File.pathSeparator + System.getenv("PATH"),
                "CI",
                ""),
            "test",
            "quick",
            "--json");

    assertThat(run.code()).isEqualTo(outcome);
    assertThat(run.json().path("passed").asBoolean()).isEqualTo(outcome == 0);
    assertThat(run.json().path("exitCode").asInt()).isEqualTo(outcome);
  }

  @Test
  void theScriptListsTheCommandsAndTheirOptionsAsTheCommandLineDoes() throws Exception {
    var listed =
        Files.readAllLines(REPOSITORY.resolve("vigie")).stream()
            .filter(line -> line.matches("[a-z-]+\\|.*"))
            .map(line -> line.replace("'\"'\"'", "'"))
            .toList();
    var commands =
        VigieCommand.line(new VigieCommand()).getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .map(
                spec ->
                    "%s|%s|%s"
                        .formatted(
                            spec.name(), options(spec), spec.usageMessage().description()[0]))
            .toList();

    assertThat(listed).isNotEmpty().containsExactlyElementsOf(commands);
  }

  @Test
  void whatIsPrintedIsUtf8WhateverTheLocale() throws Exception {
    build();

    Run run = run(Map.of("LC_ALL", "C"), "history", "é", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.json().path("error").asText()).contains("« é »");
  }

  @Test
  void aDirectoryMayHaveAnAccentWhateverTheLocale() throws Exception {
    build();

    Run run = run(Map.of("LC_ALL", "C"), "status", "--json", "--data", directory + "/données");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(directory.resolve("données")).isDirectory();
  }

  @Test
  void anEmptyPortBaseInTheEnvironmentIsNone() throws Exception {
    build();

    Run run = run(Map.of("VIGIE_PORT_BASE", ""), "status", "--data", directory + "/data");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_RUNNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history 009829466 --from 2025-07 --to 2025-06",
        "history 009829466 --from July",
        "close-day tomorrow",
        "ingest --known-at rule:July file.csv",
        "status --port-base many",
        "score 123"
      })
  void wrongUsageIsToldInWordsWithItsValue(String words) throws Exception {
    build();

    Run run = run(Map.of("VIGIE_DATA", directory + "/data"), (words + " --json").split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.json().path("error").asText())
        .containsPattern("2025-07|July|tomorrow|many|123")
        .doesNotContain("java.", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "ingest --help", "--version", "completion", "logs"})
  void everyCommandEndsWithOneJsonValue(String words) throws Exception {
    build();

    Run run = run(Map.of("VIGIE_DATA", directory + "/data"), (words + " --json").split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.json().isObject()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/none", ""})
  void aHomeThatIsMissingOrCannotBeWrittenIsNoHindrance(String home) throws Exception {
    build();

    Run run = run(Map.of("HOME", home), "status", "--json", "--data", directory + "/data");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(run.json().isObject()).isTrue();
  }

  // Those that not every command has, with « = » when they take a value; those of its own commands
  // too.
  private static String options(CommandSpec command) {
    return Stream.concat(
            Stream.of(command),
            command.subcommands().values().stream().map(CommandLine::getCommandSpec))
        .flatMap(spec -> spec.options().stream())
        .filter(option -> !OF_ALL.contains(option.longestName()))
        .map(option -> option.longestName() + (option.arity().max() > 0 ? "=" : ""))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  // A jar that holds nothing but the class path of this test: the command line as it is tested.
  private void build() throws Exception {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    Path jar = Files.createDirectories(checkout.resolve("devkit/target")).resolve("devkit.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    Files.createDirectories(checkout.resolve("target"));
    Files.createFile(checkout.resolve("target/built"));
  }

  private Run run(Map<String, String> environment, String... words) throws Exception {
    var command = new ArrayList<>(List.of("bash", checkout.resolve("vigie").toString()));
    Stream.of(words).forEach(command::add);
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    environment.forEach(
        (name, value) -> {
          if (name.equals("HOME") && value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code = builder.start().waitFor();
    return new Run(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}

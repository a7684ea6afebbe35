package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.PrivateDirectory;

/// Another account of the machine reads nothing of what a running copy keeps, and replaces nothing
/// of what it runs.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class OtherAccountJourneyTest {

  private static final String HEADER =
      "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due\n";
  private static final String GOOD_ROW = "671;21;91000008600018;9100000861;202511;;800;800\n";
  private static final String REJECTED_ROW = "671;21;91000008600018;9100000861;202591;;800;800\n";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  // As « nobody »: prints the names that it is given and of which it reads or writes a byte.
  private static final String READS =
      "while IFS= read -r file; do if head -c 1 \"$file\" >/dev/null 2>&1; then echo \"$file\"; fi; done";
  private static final String WRITES =
      "while IFS= read -r file; do if [ -w \"$file\" ]; then echo \"$file\"; fi; done";

  @TempDir static Path files;

  @BeforeAll
  static void everythingIsInUse(RunningPlatform platform) throws Exception {
    Path folder = Files.createDirectories(files.resolve("2026-08-24"));
    Files.writeString(folder.resolve("sigfaible_cotisdues.csv"), HEADER + REJECTED_ROW + GOOD_ROW);
    platform.ingest(files);
  }

  @Test
  void anotherAccountReadsNoByteOfTheDataDirectory(RunningPlatform platform) throws Exception {
    List<Path> kept = filesBelow(platform.installation().data());
    assertThat(kept)
        .extracting(Path::toString)
        .anyMatch(file -> file.contains("/kafka/data/rejections-") && file.endsWith(".log"))
        .anyMatch(file -> file.contains("/ingestion-service/deliveries/"))
        .anyMatch(file -> file.contains("/keycloak/data/h2/"))
        .anyMatch(file -> file.contains("/postgresql/cluster/base/"))
        .anyMatch(file -> file.endsWith("/secrets.properties"))
        .anyMatch(file -> file.endsWith("/logs/ingestion-service.log"));

    assertThat(asNobody(READS, kept)).isEmpty();
  }

  @Test
  void anotherAccountReplacesNoProgramOfTheDatabase(RunningPlatform platform) throws Exception {
    List<Path> programs = filesBelow(platform.installation().parts().resolve("postgresql"));
    assertThat(programs).extracting(Path::getFileName).contains(Path.of("postgres"));

    assertThat(asNobody(WRITES, programs)).isEmpty();
  }

  // Without the closed directory above them: each process closes its own files too.
  @Test
  void whatEachProcessWritesIsItsOwnersAlone(RunningPlatform platform) throws Exception {
    Path data = platform.installation().data();
    for (String process :
        List.of(
            "kafka",
            "keycloak/data",
            "postgresql",
            "ingestion-service",
            "feature-service",
            "scoring-service",
            "alert-service",
            "logs",
            "run")) {
      assertThat(permissionsBelow(data.resolve(process)))
          .isNotEmpty()
          .allSatisfy(
              (file, permissions) ->
                  assertThat(permissions).as(file.toString()).doesNotContainAnyElementsOf(OTHERS));
    }
  }

  private static List<String> asNobody(String script, List<Path> files) throws Exception {
    assumeTrue(
        PrivateDirectory.user() == 0,
        "only root can try as another account: run the journeys as root to see this one");
    Path open = Files.createTempFile("vigie-open", ".txt");
    try {
      Files.writeString(open, "anybody reads and writes this");
      Files.setPosixFilePermissions(open, Set.of(PosixFilePermission.values()));
      // What is open is found open: the trial itself works.
      assertThat(run(script, List.of(open))).containsExactly(open.toString());
    } finally {
      Files.delete(open);
    }
    return run(script, files);
  }

  private static List<String> run(String script, List<Path> files) throws Exception {
    var names = Files.createTempFile("vigie-names", ".txt");
    try {
      Files.write(names, files.stream().map(Path::toString).toList());
      Process nobody =
          new ProcessBuilder(
                  "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c", script)
              .redirectInput(names.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String found = new String(nobody.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(nobody.waitFor()).isZero();
      return found.lines().toList();
    } finally {
      Files.delete(names);
    }
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    return List.copyOf(permissionsBelow(directory).keySet());
  }

  // What a running broker or database deletes meanwhile is left out.
  private static Map<Path, Set<PosixFilePermission>> permissionsBelow(Path directory)
      throws IOException {
    var found = new TreeMap<Path, Set<PosixFilePermission>>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              try {
                found.put(file, Files.getPosixFilePermissions(file));
              } catch (NoSuchFileException _) {
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return found;
  }
}

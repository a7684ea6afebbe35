package org.vigie.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateGenerationsTest {

  @TempDir Path directory;

  @Test
  void stateOfAnotherGenerationIsRemovedAndThePresentOneStays() throws IOException {
    Path old = store("streams/feature-service/0_0/rocksdb/facts");
    Path older = store("streams/1/feature-service/0_0/rocksdb/facts");
    Path present = store("streams/2/feature-service/0_0/rocksdb/facts");
    Path beside = store("readings.log");

    StateGenerations.keepOnly(directory.resolve("streams/2"));

    assertThat(old).doesNotExist();
    assertThat(older).doesNotExist();
    assertThat(directory.resolve("streams")).isDirectoryNotContaining("glob:**/feature-service");
    assertThat(present).exists();
    assertThat(beside).exists();
  }

  @Test
  void aFirstStartHasNothingToRemove() throws IOException {
    StateGenerations.keepOnly(directory.resolve("streams/2"));

    assertThat(directory).isEmptyDirectory();
  }

  private Path store(String path) throws IOException {
    return Files.createDirectories(directory.resolve(path));
  }
}

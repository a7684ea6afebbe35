package org.vigie.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kit.http.ProblemException;

class DeliveryStoreTest {

  private static final int MIB = 1 << 20;
  private static final int RESERVE = 10 * MIB;

  @TempDir Path directory;

  private final AtomicLong freeBytes = new AtomicLong(100 * MIB);

  @Test
  void aFileStandsWholeUnderItsHash() throws IOException {
    var bytes = new byte[3 * MIB];
    var file = store().file(store().store(new ByteArrayInputStream(bytes), 0));

    assertThat(file.path()).hasBinaryContent(bytes);
    try (var pass = file.open()) {
      assertThat(pass.isAsAccepted()).isTrue();
    }
  }

  @Test
  void whatDoesNotFitTheDiskIsRefusedBeforeItIsRead() throws IOException {
    var unread =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("nothing is read");
          }
        };
    assertThatThrownBy(() -> store().store(unread, 91L * MIB))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("0.1 GB free")
        .hasMessageContaining("vigie.deliveries.free-disk-min");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theReserveIsKeptWhileAFileComesOfWhichNoLengthWasSaid() throws IOException {
    var bytes = new ByteArrayInputStream(new byte[64 * MIB]);
    var filling =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read in pieces");
          }

          @Override
          public int read(byte[] target, int from, int length) {
            int read = bytes.read(target, from, length);
            freeBytes.addAndGet(-4L * read);
            return read;
          }
        };
    assertThatThrownBy(() -> store().store(filling, 0)).isInstanceOf(ProblemException.class);
    assertThat(bytes.available()).isPositive();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatAnInterruptedUploadLeftIsDeleted() throws IOException {
    Files.writeString(directory.resolve(".incoming-1"), "half");
    var kept = Files.writeString(directory.resolve("abc"), "whole", StandardCharsets.UTF_8);
    store();
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(kept));
  }

  private DeliveryStore store() throws IOException {
    return new DeliveryStore(directory, new Room(freeBytes::get, RESERVE));
  }
}

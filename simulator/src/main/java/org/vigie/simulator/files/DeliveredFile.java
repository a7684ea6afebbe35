package org.vigie.simulator.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// One file of one delivery, its header written first.
final class DeliveredFile implements Closeable {

  /// Every file of every delivery is open until the last company is written: small buffers.
  private static final int BUFFER_BYTES = 16 * 1024;

  private final List<String> header;
  private final OutputStream out;

  DeliveredFile(Path path, List<String> header, char separator) throws IOException {
    this.header = header;
    Files.createDirectories(path.getParent());
    var file = Files.newOutputStream(path);
    // java.util.zip writes no timestamp into the gzip header: equal rows give equal bytes.
    this.out =
        path.toString().endsWith(".gz")
            ? new BufferedOutputStream(new FastGzip(file), BUFFER_BYTES)
            : new BufferedOutputStream(file, BUFFER_BYTES);
    out.write(Line.of(header, separator));
  }

  List<String> header() {
    return header;
  }

  void write(byte[] line) throws IOException {
    out.write(line);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /// Gzip at its fastest level: compressing harder took half the time of a whole simulation.
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

package org.vigie.ingestion.order;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Rejection;

/// The rejected rows of a delivery, in the order of their lines, on disk: a file may be refused row
/// by row to its end.
public final class RejectedRows implements AutoCloseable {

  private final Spill<Rejection> spill;
  private final DataOutputStream out;

  /// @param scratch an existing directory, which the caller deletes
  public RejectedRows(Path scratch) throws IOException {
    this.spill = new Spill<>(scratch.resolve("rejected"), new RejectionFormat());
    this.out = spill.open();
  }

  public void add(Rejection rejection) throws IOException {
    spill.format().write(rejection, out);
  }

  /// All rejections, once the last one was added.
  public Spill.Reader<Rejection> read() throws IOException {
    out.flush();
    return spill.read();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class RejectionFormat implements Spill.Format<Rejection> {

    private final AvroBinary<Rejection> codec = new AvroBinary<>(Rejection.class);

    @Override
    public void write(Rejection rejection, DataOutputStream out) throws IOException {
      var bytes = codec.write(rejection);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    public Rejection read(DataInputStream in) throws IOException {
      int length = in.readInt();
      var bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("a rejection is cut");
      }
      return codec.read(bytes);
    }
  }
}

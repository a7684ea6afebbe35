package org.vigie.kit.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// A body that ends the request when it is longer than is taken.
final class BoundedBody extends FilterInputStream {

  private final long max;
  private long read;

  BoundedBody(InputStream body, long max) {
    super(body);
    this.max = max;
  }

  static ProblemException tooLarge(long max) {
    return Problem.of(
        413, "Content Too Large", "the body of this operation is at most " + max + " bytes");
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int some = super.read(bytes, from, length);
    count(Math.max(some, 0));
    return some;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > max) {
      throw tooLarge(max);
    }
  }
}

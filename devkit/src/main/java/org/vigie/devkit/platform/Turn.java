package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.vigie.devkit.installation.Installation;

/// The turn of one command to start or end processes of a copy: another waits for it.
final class Turn implements AutoCloseable {

  private final FileChannel channel;

  private Turn(FileChannel channel) {
    this.channel = channel;
  }

  static Turn take(Installation installation, Consumer<String> progress) throws IOException {
    var channel =
        FileChannel.open(
            installation.data().resolve("turn.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      progress.accept("Waiting: another command starts or ends Vigie on " + installation.data());
      channel.lock();
    }
    return new Turn(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package org.vigie.ingestion.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packed texts, as the JDK writes them and, for lengths of eight bytes, as other tools do.
final class Packings {

  static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// @param namesAndTexts a name, its text, the next name, …
  static byte[] zip(String... namesAndTexts) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zipStored(String name, String text) {
    var bytes = new ByteArrayOutputStream();
    var content = text.getBytes(UTF_8);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc(content));
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(entry);
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A zip64, as it is written for files of more than 4 GiB.
  ///
  /// @param descriptor whether the lengths follow the content, as when it was written to a pipe
  static byte[] zip64(String name, String text, boolean descriptor) {
    var content = text.getBytes(UTF_8);
    var packed = deflated(content);
    var zip = ByteBuffer.allocate(packed.length + 500).order(ByteOrder.LITTLE_ENDIAN);
    int flags = descriptor ? 8 : 0;
    zip.putInt(0x04034B50).putShort((short) 45);
    common(zip, flags, descriptor ? 0 : crc(content), !descriptor);
    zip.putShort((short) name.length()).putShort((short) (descriptor ? 0 : 20));
    zip.put(name.getBytes(UTF_8));
    if (!descriptor) {
      lengths(zip, content, packed);
    }
    zip.put(packed);
    if (descriptor) {
      zip.putInt(0x08074B50).putInt((int) crc(content));
      zip.putLong(packed.length).putLong(content.length);
    }
    int directory = zip.position();
    zip.putInt(0x02014B50).putShort((short) 45).putShort((short) 45);
    common(zip, flags, crc(content), true);
    zip.putShort((short) name.length()).putShort((short) 20).put(new byte[14]);
    zip.put(name.getBytes(UTF_8));
    lengths(zip, content, packed);
    end(zip, directory);
    return Arrays.copyOf(zip.array(), zip.position());
  }

  private static void common(ByteBuffer zip, int flags, long crc, boolean inExtra) {
    int length = inExtra ? -1 : 0;
    zip.putShort((short) flags).putShort((short) 8).putInt(0);
    zip.putInt((int) crc).putInt(length).putInt(length);
  }

  private static void lengths(ByteBuffer zip, byte[] content, byte[] packed) {
    zip.putShort((short) 1).putShort((short) 16);
    zip.putLong(content.length).putLong(packed.length);
  }

  private static void end(ByteBuffer zip, int directory) {
    int length = zip.position() - directory;
    int end = zip.position();
    zip.putInt(0x06064B50).putLong(44).putShort((short) 45).putShort((short) 45).putLong(0);
    zip.putLong(1).putLong(1).putLong(length).putLong(directory);
    zip.putInt(0x07064B50).putInt(0).putLong(end).putInt(1);
    zip.putInt(0x06054B50).putInt(0).putShort((short) -1).putShort((short) -1);
    zip.putInt(length).putInt(-1).putShort((short) 0);
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    var bytes = new byte[content.length + 100];
    int length = deflater.deflate(bytes);
    deflater.end();
    return Arrays.copyOf(bytes, length);
  }

  private static long crc(byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private Packings() {}
}

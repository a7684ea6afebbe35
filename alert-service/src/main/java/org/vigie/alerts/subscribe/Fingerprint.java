package org.vigie.alerts.subscribe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids that follow from what they name: the same parts give the same id on every run.
public final class Fingerprint {

  // 128 bits: no two of the billions of alerts of a national installation will meet.
  private static final int BYTES = 16;

  /// SHA-256 of the parts joined by line feeds, its first sixteen bytes in hexadecimal.
  public static String of(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Whether a text has the form of such an id.
  public static boolean isOne(String text) {
    return text.length() == 2 * BYTES && text.chars().allMatch(HexFormat::isHexDigit);
  }

  private Fingerprint() {}
}

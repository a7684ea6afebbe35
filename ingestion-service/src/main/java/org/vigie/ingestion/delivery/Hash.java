package org.vigie.ingestion.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// Names made from content: the same content has the same name in every run.
public final class Hash {

  // 96 bits: two deliveries in 2^48 would meet.
  private static final int DELIVERY_HEX = 24;

  // 64 bits: an id names a fact for people and decides nothing.
  private static final int FACT_HEX = 16;

  /// Name of a delivered file.
  ///
  /// @param generation how many times the same bytes with the same knownAt were taken before, with
  ///     something else of their source in between
  public static String ofDelivery(Source source, String sha256, KnownAt knownAt, int generation) {
    var first = source.text() + '\n' + sha256 + '\n' + knownAt.text();
    return hex(generation == 0 ? first : first + '\n' + generation, DELIVERY_HEX);
  }

  /// Name of the claim under the Idempotency-Key of a client.
  public static String ofKey(String client, String idempotencyKey) {
    return hex(client + '\n' + idempotencyKey, DELIVERY_HEX);
  }

  /// Name of a push. A key that is no longer honoured may name another push later, whose records
  /// are then others.
  ///
  /// @param key name of its claim
  /// @param at when it came first
  public static String ofPush(String key, Instant at) {
    return hex(key + '\n' + at, DELIVERY_HEX);
  }

  /// Whether a text has the form of a delivery's name.
  public static boolean isDelivery(String text) {
    return text.length() == DELIVERY_HEX && text.chars().allMatch(HexFormat::isHexDigit);
  }

  /// Name of the version of a fact that a delivery brings.
  public static String ofFact(String delivery, String key) {
    return hex(delivery + '\n' + key, FACT_HEX);
  }

  /// A digest to which bytes are added as they come.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(String text, int length) {
    var digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, length);
  }

  private Hash() {}
}

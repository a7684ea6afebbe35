package org.vigie.ingestion.delivery;

import java.time.Instant;

/// A delivered file, stored and accepted.
///
/// @param id hash of source, bytes, knownAt and generation
/// @param file name under which it came
/// @param sha256 of its bytes as they came, in hexadecimal
/// @param ingestedAt one instant per delivery, rising in the order of publication, but for one that
///   was resumed; that of its acceptance until its publication begins
public record Delivery(
    String id, Source source, String file, String sha256, KnownAt knownAt, Instant ingestedAt) {

  /// What its text comes in.
  public Container container() {
    return FileName.container(file);
  }
}

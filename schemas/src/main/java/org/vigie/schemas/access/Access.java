package org.vigie.schemas.access;

/// What the policy answers for one section of one company: `Open`, on a ground that is traced, or
/// `Masked`, with the text that stands in its place.
public sealed interface Access {

  /// @param ground why it opens
  record Open(Ground ground) implements Access {}

  /// @param text what a reader sees instead, in French: the same whether a value exists or not
  record Masked(String text) implements Access {}

  /// Why a section opens.
  enum Ground {
    /// Any authenticated reader may see it.
    PUBLIC,
    /// The reader's zone meets the company, which was once in alert.
    ZONE_AND_ALERT,
    /// The reader follows the company.
    FOLLOW,
    /// The operator of the installation.
    OPERATOR
  }

  default boolean isOpen() {
    return this instanceof Open;
  }
}

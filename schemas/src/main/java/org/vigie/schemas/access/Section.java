package org.vigie.schemas.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of what is known of a company, and the one right that opens it. The groups of the feature
/// catalogue are sections; each has the name of its group in lower case.
public enum Section {
  PROFIL(null),
  PROCEDURES(null),
  EFFECTIF(null),
  SANTE_FINANCIERE(null),
  RETARDS_PAIEMENT(null),
  SCORE(Right.SCORE),
  DETTE_URSSAF(Right.URSSAF),
  ACTIVITE_PARTIELLE(Right.DGEFP),
  BANQUE_DE_FRANCE(Right.BDF);

  private final @Nullable Right right;

  Section(@Nullable Right right) {
    this.right = right;
  }

  /// The right that opens it; empty when any authenticated reader may see it.
  public Optional<Right> right() {
    return Optional.ofNullable(right);
  }

  /// Name of the section: that of the group of the catalogue.
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The section of a group of the catalogue.
  ///
  /// @throws IllegalArgumentException when there is none of that name
  public static Section ofGroup(String group) {
    return Arrays.stream(values())
        .filter(section -> section.group().equals(group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no section is named " + group));
  }

  /// Whether a section is known for the facts of a source.
  public static boolean isSource(String source) {
    try {
      ofSource(source);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// The section whose right decides who may see a fact of a source (`cotisation`, `procol`, …).
  ///
  /// @throws IllegalArgumentException when the source is not known: a new source without its
  ///     section must not leak
  public static Section ofSource(String source) {
    return switch (source) {
      case "cotisation", "debit", "delai", "ccsf", "admin_urssaf" -> DETTE_URSSAF;
      case "apconso", "apdemande" -> ACTIVITE_PARTIELLE;
      case "bdf" -> BANQUE_DE_FRANCE;
      case "effectif", "effectif_ent" -> EFFECTIF;
      case "procol", "bodacc" -> PROCEDURES;
      case "sirene", "sirene_ul", "sirene_histo" -> PROFIL;
      default -> throw new IllegalArgumentException("no section is known for source " + source);
    };
  }
}

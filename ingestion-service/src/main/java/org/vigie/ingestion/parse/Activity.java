package org.vigie.ingestion.parse;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The activity of an établissement or a company, in one of the two nomenclatures that are read.
sealed interface Activity {

  Set<String> NOMENCLATURES = Set.of("NAFRev2", "NAF2025");

  /// @param naf code, 12.34Z
  record Known(String naf, String nomenclature) implements Activity {}

  /// The cell is empty.
  record Unknown() implements Activity {}

  /// @param name of the nomenclature; empty when none is given
  record OtherNomenclature(String name) implements Activity {}

  /// Reads the two columns of a kind of unit. The nomenclature is looked at before the form of the
  /// code, which belongs to it.
  ///
  /// @param unit last part of the columns' names: `etablissement` or `unitelegale`
  static Activity of(Cells cells, String unit) {
    var column = "activiteprincipale" + unit;
    if (cells.disclosed(column) == null) {
      return new Unknown();
    }
    var nomenclature = cells.textOrEmpty("nomenclatureactiviteprincipale" + unit);
    return NOMENCLATURES.contains(nomenclature)
        ? new Known(cells.required(column, Identifier::naf, ""), nomenclature)
        : new OtherNomenclature(nomenclature);
  }

  default @Nullable String naf() {
    return this instanceof Known(var naf, _) ? naf : null;
  }

  default @Nullable String nomenclature() {
    return this instanceof Known(_, var nomenclature) ? nomenclature : null;
  }
}

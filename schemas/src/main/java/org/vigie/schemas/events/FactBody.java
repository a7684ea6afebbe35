package org.vigie.schemas.events;

import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Debit;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.Etablissement;
import org.vigie.schemas.Procol;
import org.vigie.schemas.UniteLegale;

/// The values of a fact: one case for each record of the union `Fact.body`, and so for each source.
public sealed interface FactBody {

  /// A line of contributions.
  record OfCotisation(Cotisation line) implements FactBody {}

  /// An operation on a debt.
  record OfDebit(Debit operation) implements FactBody {}

  /// Headcounts of an établissement, a cell per month.
  record OfEffectif(Effectif row) implements FactBody {}

  /// An event of a procédure collective.
  record OfProcol(Procol event) implements FactBody {}

  /// An établissement.
  record OfSirene(Etablissement etablissement) implements FactBody {}

  /// A company.
  record OfSireneUl(UniteLegale company) implements FactBody {}

  /// The record of the union: what a fact has for its body.
  default SpecificRecord record() {
    return switch (this) {
      case OfCotisation(Cotisation line) -> line;
      case OfDebit(Debit operation) -> operation;
      case OfEffectif(Effectif row) -> row;
      case OfProcol(Procol event) -> event;
      case OfSirene(Etablissement etablissement) -> etablissement;
      case OfSireneUl(UniteLegale company) -> company;
    };
  }

  /// The source whose facts have such values: its right decides who may see them.
  default FactSource source() {
    return switch (this) {
      case OfCotisation _ -> FactSource.COTISATION;
      case OfDebit _ -> FactSource.DEBIT;
      case OfEffectif _ -> FactSource.EFFECTIF;
      case OfProcol _ -> FactSource.PROCOL;
      case OfSirene _ -> FactSource.SIRENE;
      case OfSireneUl _ -> FactSource.SIRENE_UL;
    };
  }
}

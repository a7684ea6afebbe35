package org.vigie.scoring.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// The latest outcome of one company.
@Entity
@Table(name = "score")
public class ScoreRow {

  @Id public String siren;

  /// As-of day of the vector scored.
  public LocalDate asOf;

  /// Model that the vector named; null when it named none.
  public @Nullable String model;

  /// Whether the level was ever modéré or élevé at one of the horizons.
  public boolean everInAlert;

  /// Départements of the company's établissements, open or closed.
  public List<String> departements;

  @JdbcTypeCode(SqlTypes.JSON)
  public Standing outcome;

  /// Null for a company's first outcome.
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable Standing previous;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<CauseRow> causes;

  /// For Hibernate, which fills the fields.
  @SuppressWarnings("NullAway.Init")
  protected ScoreRow() {}

  public ScoreRow(ScoreOfCompany told) {
    var score = told.body();
    var before = told.previous();
    siren = score.getSiren();
    asOf = score.getAsOf();
    model = score.getModel();
    everInAlert = score.getEverInAlert();
    departements = List.copyOf(score.getProfile().getDepartements());
    outcome = Standing.of(told.outcome());
    previous = before == null ? null : Standing.of(before);
    causes =
        score.getCauses().getFacts().stream()
            .map(cause -> new CauseRow(cause.getFact(), cause.getSource(), cause.getOccurredAt()))
            .toList();
  }
}

package org.vigie.scoring.readmodel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.events.ScoreOutcome;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;

/// What is said of a company, in the words of those who read it: [Scored] or [Abstained].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Standing.Scored.class, name = "scored"),
  @JsonSubTypes.Type(value = Standing.Abstained.class, name = "abstained")
})
public sealed interface Standing {

  /// @param p12 probability of failure within 12 months; `p18`, `p24` likewise
  /// @param level the level at 18 months, in French
  /// @param contributions log-odds that each theme adds at 18 months
  /// @param intercept log-odds at 18 months before any theme speaks
  record Scored(
      double p12,
      double p18,
      double p24,
      String level,
      Map<String, Double> contributions,
      double intercept)
      implements Standing {}

  /// @param reason why there is no score, in French
  record Abstained(String reason) implements Standing {}

  /// The standing that an outcome of `company-scores` tells.
  static Standing of(ScoreOutcome outcome) {
    return switch (outcome) {
      case Measured(org.vigie.schemas.Scored scored) ->
          new Scored(
              scored.getP12(),
              scored.getP18(),
              scored.getP24(),
              french(scored.getLevel18()),
              byTheme(scored.getContributions()),
              scored.getIntercept());
      case Unscored(AbstentionReason reason) -> new Abstained(french(reason));
    };
  }

  private static Map<String, Double> byTheme(Iterable<Contribution> contributions) {
    var byTheme = new LinkedHashMap<String, Double>();
    contributions.forEach(one -> byTheme.put(one.getTheme(), one.getValue()));
    return byTheme;
  }

  private static String french(Level level) {
    return switch (level) {
      case AUCUN -> "aucun";
      case MODERE -> "modéré";
      case ELEVE -> "élevé";
    };
  }

  private static String french(AbstentionReason reason) {
    return switch (reason) {
      case PROCEDURE_OUVERTE -> "procédure ouverte";
      case CESSEE -> "cessée";
      case ENTREPRENEUR_INDIVIDUEL -> "entrepreneur individuel";
      case HORS_PERIMETRE -> "hors périmètre";
      case TROP_PEU_CONNU -> "trop peu connu";
      case MODELE_INDISPONIBLE -> "modèle indisponible";
    };
  }
}

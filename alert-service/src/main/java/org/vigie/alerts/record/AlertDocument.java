package org.vigie.alerts.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.Masked;
import org.vigie.schemas.Risk;

/// An alert in the shape in which it is answered, with the labels that agents read.
///
/// @param contributions signed, by theme, the strongest first
/// @param closeReason why the alert ended, in French; null unless the state is close
/// @param masked by section, the text that stands in its place
public record AlertDocument(
    String id,
    String administration,
    String subscription,
    String siren,
    @Nullable String name,
    List<String> departements,
    String state,
    @Nullable String closeReason,
    int horizon,
    int crossing,
    @Nullable String level,
    @Nullable RiskDocument after,
    @Nullable RiskDocument before,
    @Nullable String model,
    String asOf,
    Map<String, Double> contributions,
    CausesDocument causes,
    Map<String, String> masked,
    List<String> links) {

  public record RiskDocument(String level, double p12, double p18, double p24) {}

  public record CausesDocument(List<CauseDocument> facts, int count) {}

  public record CauseDocument(String fact, String source, String occurredAt) {}

  /// The same alert with fewer causes and more masked.
  public AlertDocument withCauses(CausesDocument open, Map<String, String> newlyMasked) {
    return new AlertDocument(
        id,
        administration,
        subscription,
        siren,
        name,
        departements,
        state,
        closeReason,
        horizon,
        crossing,
        level,
        after,
        before,
        model,
        asOf,
        contributions,
        open,
        newlyMasked,
        links);
  }

  static AlertDocument of(AlertEvent event) {
    var after = risk(event.getAfter());
    return new AlertDocument(
        event.getId(),
        event.getAdministration(),
        event.getSubscription(),
        event.getSiren(),
        event.getName(),
        event.getDepartements(),
        label(event.getState()),
        label(event.getCloseReason()),
        event.getHorizon(),
        event.getCrossing(),
        after == null ? null : after.level(),
        after,
        risk(event.getBefore()),
        event.getModel(),
        event.getAsOf().toString(),
        event.getThemes().stream()
            .collect(
                Collectors.toMap(
                    Contribution::getTheme,
                    Contribution::getValue,
                    (first, _) -> first,
                    LinkedHashMap::new)),
        causes(event),
        event.getMasked().stream()
            .collect(
                Collectors.toMap(
                    Masked::getSection, Masked::getText, (first, _) -> first, LinkedHashMap::new)),
        event.getLinks());
  }

  private static CausesDocument causes(AlertEvent event) {
    return new CausesDocument(
        event.getCauses().getFacts().stream()
            .map(
                cause ->
                    new CauseDocument(
                        cause.getFact(), cause.getSource(), cause.getOccurredAt().toString()))
            .toList(),
        event.getCauses().getCount());
  }

  private static @Nullable RiskDocument risk(@Nullable Risk risk) {
    return risk == null
        ? null
        : new RiskDocument(label(risk.getLevel()), risk.getP12(), risk.getP18(), risk.getP24());
  }

  private static String label(Level level) {
    return switch (level) {
      case AUCUN -> "aucun";
      case MODERE -> "modéré";
      case ELEVE -> "élevé";
    };
  }

  private static @Nullable String label(@Nullable CloseReason reason) {
    return switch (reason) {
      case null -> null;
      case SOUS_LE_SEUIL -> "sous le seuil";
      case PROCEDURE_OUVERTE -> "procédure ouverte";
      case CESSEE -> "cessée";
      case ENTREPRENEUR_INDIVIDUEL -> "entrepreneur individuel";
      case HORS_PERIMETRE -> "hors périmètre";
      case TROP_PEU_CONNU -> "trop peu connue";
    };
  }

  private static String label(AlertState state) {
    return switch (state) {
      case NOUVELLE -> "nouvelle";
      case RECHUTE -> "rechute";
      case AGGRAVATION -> "aggravation";
      case AMELIORATION -> "amélioration";
      case CLOSE -> "close";
      case MAINTENUE -> "maintenue";
    };
  }
}

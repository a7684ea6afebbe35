package org.vigie.simulator.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.chance.Chance;

/// Draws a whole procedure from its opening. Published shares of openings: liquidation 69 %,
/// redressement 28 %, sauvegarde 2.2 %.
final class Court {

  private static final double LIQUIDATIONS = 0.692;
  private static final double REDRESSEMENTS = 0.285;

  private Court() {}

  static Procedure open(LocalDate on, Chance chance) {
    double draw = chance.uniform(0, 1);
    if (draw < LIQUIDATIONS) {
      return new Docket(chance).liquidate(on);
    }
    return draw < LIQUIDATIONS + REDRESSEMENTS
        ? new Docket(chance).redress(on)
        : new Docket(chance).safeguard(on);
  }

  /// The judgements of one procedure, as they pile up.
  private static final class Docket {

    private final Chance chance;
    private final List<Judgement> judgements = new ArrayList<>();

    Docket(Chance chance) {
      this.chance = chance;
    }

    Procedure liquidate(LocalDate on) {
      judge(on, Action.LIQUIDATION, opening());
      var settledOn = on.plusDays(chance.between(240, 800));
      judge(settledOn, Action.LIQUIDATION, Stage.SOLDE_PROCEDURE);
      judge(settledOn.plusDays(chance.between(20, 90)), Action.LIQUIDATION, Stage.FIN_PROCEDURE);
      return closed(on);
    }

    Procedure redress(LocalDate on) {
      judge(on, Action.REDRESSEMENT, opening());
      var decidedOn = on.plusDays(chance.between(90, 420));
      double draw = chance.uniform(0, 1);
      if (draw < 0.55) {
        return convert(decidedOn, Action.REDRESSEMENT);
      }
      if (draw < 0.62) {
        judge(decidedOn, Action.REDRESSEMENT, Stage.FIN_PROCEDURE);
        return closed(null);
      }
      return plan(decidedOn, Action.REDRESSEMENT, 0.3);
    }

    Procedure safeguard(LocalDate on) {
      judge(on, Action.SAUVEGARDE, opening());
      var decidedOn = on.plusDays(chance.between(150, 420));
      double draw = chance.uniform(0, 1);
      if (draw < 0.25) {
        judge(decidedOn, Action.SAUVEGARDE, Stage.INCLUSION_AUTRE_PROCEDURE);
        return redress(decidedOn);
      }
      if (draw < 0.4) {
        judge(decidedOn, Action.SAUVEGARDE, Stage.FIN_PROCEDURE);
        return closed(null);
      }
      return plan(decidedOn, Action.SAUVEGARDE, 0.15);
    }

    /// A plan, and with probability `broken` its end in liquidation one to four years later.
    private Procedure plan(LocalDate on, Action action, double broken) {
      judge(on, action, Stage.PLAN_CONTINUATION);
      return chance.happens(broken)
          ? convert(on.plusDays(chance.between(365, 1460)), action)
          : closed(null);
    }

    private Procedure convert(LocalDate on, Action from) {
      judge(on, from, Stage.INCLUSION_AUTRE_PROCEDURE);
      return liquidate(on);
    }

    private Stage opening() {
      return chance.happens(0.5) ? Stage.OUVERTURE : Stage.OUVERTURE_PROCEDURE;
    }

    private void judge(LocalDate on, Action action, Stage stage) {
      judgements.add(new Judgement(on, action, stage));
    }

    private Procedure closed(@Nullable LocalDate liquidatedOn) {
      return new Procedure(judgements, liquidatedOn);
    }
  }
}

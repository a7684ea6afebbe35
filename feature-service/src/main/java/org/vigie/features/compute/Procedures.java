package org.vigie.features.compute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.ProcedureEvent;

/// A company's procédures collectives on a day.
///
/// @param gravest the gravest that is open
/// @param over how many actions are over
/// @param lastEnd day on which the last of these ended; null when none is
record Procedures(Procedure gravest, int over, @Nullable LocalDate lastEnd) {

  /// A plan is not granted for longer, so a plan whose end was never told is over by then.
  private static final int YEARS_OF_PLAN = 10;

  private static final String ADMINISTRATIVE_CLOSING = "solde_procedure";

  /// The events of all établissements together: each action has the state of its latest event.
  static Procedures on(LocalDate day, List<ProcedureEvent> events) {
    var gravest = Procedure.IN_BONIS;
    var ends = new ArrayList<LocalDate>();
    for (var event : latestByAction(day, events)) {
      var end = endOf(event);
      if (end != null && !end.isAfter(day)) {
        ends.add(end);
      } else {
        gravest = graver(gravest, standing(event));
      }
    }
    return new Procedures(
        gravest, ends.size(), ends.stream().max(LocalDate::compareTo).orElse(null));
  }

  private static Iterable<ProcedureEvent> latestByAction(
      LocalDate day, List<ProcedureEvent> events) {
    var latest = new EnumMap<ProcedureEvent.Action, ProcedureEvent>(ProcedureEvent.Action.class);
    for (var event : events) {
      if (!event.stage().equals(ADMINISTRATIVE_CLOSING) && !event.effectiveOn().isAfter(day)) {
        latest.merge(event.action(), event, Procedures::later);
      }
    }
    return latest.values();
  }

  private static ProcedureEvent later(ProcedureEvent one, ProcedureEvent other) {
    var byDay = one.effectiveOn().compareTo(other.effectiveOn());
    var order = byDay != 0 ? byDay : Integer.compare(rank(one.stage()), rank(other.stage()));
    return order >= 0 ? one : other;
  }

  /// Which of two events of one day comes later; a stage that we do not know says no more than that
  /// the action is open.
  private static int rank(String stage) {
    return switch (stage) {
      case "plan_continuation" -> 2;
      case "inclusion_autre_procedure" -> 3;
      case "abandon_procedure" -> 4;
      case "fin_procedure" -> 5;
      default -> stage.startsWith("ouverture") ? 0 : 1;
    };
  }

  /// The days on which an event changes what is open: its own, and that on which it ends by itself.
  static Stream<LocalDate> effectsOf(ProcedureEvent event) {
    return Stream.concat(Stream.of(event.effectiveOn()), Stream.ofNullable(endOf(event)));
  }

  private static @Nullable LocalDate endOf(ProcedureEvent latest) {
    return switch (latest.stage()) {
      case "fin_procedure", "abandon_procedure", "inclusion_autre_procedure" ->
          latest.effectiveOn();
      case "plan_continuation" -> latest.effectiveOn().plusYears(YEARS_OF_PLAN);
      default -> null;
    };
  }

  private static Procedure standing(ProcedureEvent latest) {
    var plan = latest.stage().equals("plan_continuation");
    return switch (latest.action()) {
      case LIQUIDATION -> Procedure.LIQUIDATION;
      case REDRESSEMENT -> plan ? Procedure.PLAN_REDRESSEMENT : Procedure.REDRESSEMENT;
      case SAUVEGARDE -> plan ? Procedure.PLAN_SAUVEGARDE : Procedure.SAUVEGARDE;
    };
  }

  private static Procedure graver(Procedure one, Procedure other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

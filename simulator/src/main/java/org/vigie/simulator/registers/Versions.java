package org.vigie.simulator.registers;

import java.util.List;
import java.util.function.Consumer;
import org.vigie.simulator.calendar.Timeline;

/// A register tells each delivery the present version of a row, not those that it has been through.
final class Versions {

  private Versions() {}

  /// Hands on the versions of one row, given in order of time, without those that a later one
  /// replaces before they could be delivered.
  static <R extends Row> void deliver(List<R> versions, Timeline timeline, Consumer<Row> out) {
    for (int i = 0; i < versions.size(); i++) {
      int delivery = timeline.deliveryAfter(versions.get(i).knownOn());
      boolean last = i == versions.size() - 1;
      if (last || timeline.deliveryAfter(versions.get(i + 1).knownOn()) > delivery) {
        out.accept(versions.get(i));
      }
    }
  }
}

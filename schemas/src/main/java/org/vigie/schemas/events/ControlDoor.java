package org.vigie.schemas.events;

import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;

/// The part of the doors that the topics share: a body that is not of a company.
final class ControlDoor {

  static Control open(@Nullable Object body) {
    return switch (body) {
      case DayClosed closed -> new DayOver(closed.getDay());
      case Barrier barrier -> new BarrierPassed(barrier.getId());
      case ModelActivated activated -> new ModelInForce(activated.getModel());
      case null, default -> throw new UnknownBody("record", body);
    };
  }

  private ControlDoor() {}
}

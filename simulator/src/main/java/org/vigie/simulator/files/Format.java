package org.vigie.simulator.files;

import java.util.List;
import org.vigie.simulator.registers.Row;

/// How one source writes its rows.
interface Format<R extends Row> {

  /// As delivered; a name ending in `.gz` is compressed.
  String fileName();

  char separator();

  /// The columns of delivery `delivery`, from 0.
  List<String> header(int delivery);

  /// One field per column of the header of delivery `delivery`.
  List<String> fields(R row, int delivery);

  /// The columns in which rows of this source are seen to be damaged.
  Fragile fragile();

  /// After how many deliveries the source delivers again.
  default int everyDeliveries() {
    return 1;
  }
}

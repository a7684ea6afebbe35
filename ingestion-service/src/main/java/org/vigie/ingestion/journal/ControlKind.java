package org.vigie.ingestion.journal;

import java.util.Locale;

/// What a control record says: a day is over, a mark is passed, a model is in force.
public enum ControlKind {
  DAY,
  BARRIER,
  MODEL;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ControlKind ofText(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}

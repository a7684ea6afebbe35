package org.vigie.ingestion.control;

import java.util.List;

/// What scoring-service says of a model bundle.
sealed interface Acceptance {

  /// The bundle is loaded: companies can be scored with it.
  record Accepted() implements Acceptance {}

  /// @param reasons why it is not, at least one, in English
  record Refused(List<String> reasons) implements Acceptance {

    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// @param reason why nothing is known of it now
  record Unanswered(String reason) implements Acceptance {}
}

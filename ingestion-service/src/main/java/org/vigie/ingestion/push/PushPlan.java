package org.vigie.ingestion.push;

import java.util.List;
import java.util.Map;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// What is to be done with the facts of a push: `Publish` all of them, or none when one is
/// `Invalid`.
sealed interface PushPlan {

  record Publish(List<CompanyRecord> records, Counts counts) implements PushPlan {

    public Publish {
      records = List.copyOf(records);
    }
  }

  /// @param index position of the fact in the array, from 0
  /// @param field member at fault
  /// @param value its value
  /// @param rule the rule that it breaks
  record Invalid(int index, String field, String value, String rule) implements PushPlan {

    public Invalid {
      value = MemberText.start(value);
    }

    ProblemException problem() {
      var at = field.isEmpty() ? "fact " + index : "fact " + index + ", field " + field;
      return Problem.of(
          422,
          "Invalid fact",
          at + ": " + rule,
          Map.of("index", index, "field", field, "value", value, "rule", rule));
    }
  }
}

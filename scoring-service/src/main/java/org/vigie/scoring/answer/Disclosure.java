package org.vigie.scoring.answer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.access.Access;
import org.vigie.schemas.access.AccessPolicy;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Section;
import org.vigie.scoring.readmodel.CauseRow;
import org.vigie.scoring.readmodel.ScoreRow;
import org.vigie.scoring.readmodel.Standing;

/// Cuts a company's score to what one reader may see.
///
/// @param answer what the reader sees
/// @param ground why the section opened, for the trace
/// @param inZone whether the company lies in the reader's zone, for the trace
public record Disclosure(ScoreAnswer answer, Access.Ground ground, boolean inZone) {

  private static final List<Section> CLOSED_BY_DEFAULT =
      Arrays.stream(Section.values())
          .filter(section -> section.right().isPresent() && section != Section.SCORE)
          .toList();

  /// Empty when the score is closed to the reader, and for an abstention, which only the operator
  /// sees: nobody can tell the one from the other, nor either from nothing.
  public static Optional<Disclosure> of(ScoreRow row, Reader reader) {
    var standing =
        new AccessPolicy.Standing(
            reader.zone().meets(row.departements),
            row.everInAlert,
            // Nobody follows a company before there is a portal to follow it in.
            false);
    return switch (AccessPolicy.decide(reader, Section.SCORE, standing)) {
      case Access.Open open ->
          answer(row, reader, standing)
              .map(answer -> new Disclosure(answer, open.ground(), standing.inZone()));
      case Access.Masked _ -> Optional.empty();
    };
  }

  private static Optional<ScoreAnswer> answer(
      ScoreRow row, Reader reader, AccessPolicy.Standing standing) {
    return switch (row.outcome) {
      case Standing.Scored scored -> Optional.of(score(row, scored, reader, standing));
      case Standing.Abstained abstained ->
          reader.operator()
              ? Optional.of(new ScoreAnswer.Abstention(row.siren, "abstained", abstained.reason()))
              : Optional.empty();
    };
  }

  private static ScoreAnswer score(
      ScoreRow row, Standing.Scored scored, Reader reader, AccessPolicy.Standing standing) {
    Map<String, String> masked = masked(reader, standing);
    return new ScoreAnswer.Score(
        row.siren,
        row.asOf,
        scored.p12(),
        scored.p18(),
        scored.p24(),
        scored.level(),
        scored.contributions(),
        scored.intercept(),
        row.model,
        openPrevious(row.previous, reader),
        row.causes.stream().filter(cause -> !masked.containsKey(groupOf(cause))).toList(),
        masked);
  }

  private static @Nullable Standing openPrevious(@Nullable Standing previous, Reader reader) {
    return previous instanceof Standing.Abstained && !reader.operator() ? null : previous;
  }

  private static Map<String, String> masked(Reader reader, AccessPolicy.Standing standing) {
    var masked = new LinkedHashMap<String, String>();
    for (var section : CLOSED_BY_DEFAULT) {
      if (AccessPolicy.decide(reader, section, standing) instanceof Access.Masked closed) {
        masked.put(section.group(), closed.text());
      }
    }
    return masked;
  }

  private static String groupOf(CauseRow cause) {
    return Section.ofSource(cause.source()).group();
  }
}

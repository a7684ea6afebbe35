package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.parse.Outcome.Parsed;

/// Whatever a cell holds, a format and a parser answer: on a stack too small for any recursion over
/// the text, and in one pass over it, or these tests would not end.
class HostileTextTest {

  private static final int CHARS = 100_000;

  // A cell beyond 64 KiB is refused before its format is looked at.
  private static final int CELL_CHARS = 20_000;

  private static final long SMALL_STACK_BYTES = 512 << 10;

  private static final List<Function<String, Reading<?>>> FORMATS =
      List.of(
          Identifier::siren,
          Identifier::siret,
          Identifier::ofText,
          Identifier::nic,
          Identifier::commune,
          Identifier::postalCode,
          Identifier::naf,
          Identifier::legalCategory,
          Amount::euros,
          Amount::centimes,
          Code::number,
          Code::debitOperation,
          Day::urssaf,
          Day::iso,
          Day::english,
          Period::urssaf,
          EffectifMonth::ofColumn,
          EffectifMonth::headcount,
          ProcolLabel::of,
          Truth::of,
          text -> FieldSplitter.split(text, ';'));

  @Property(tries = 60)
  void everyFormatAnswersOnAnyText(@ForAll("texts") String unit) {
    var text = repeated(unit, CHARS);
    onASmallStack(
        () -> {
          for (var format : FORMATS) {
            assertThat(format.apply(text)).isNotNull();
          }
          assertThat(Columns.of(FieldSplitter.header(text, ';')).hasMonths()).isFalse();
        });
  }

  @Property(tries = 60)
  void everyParserAnswersWhateverOneColumnHolds(
      @ForAll Source source, @ForAll("texts") String unit) {
    var names = new ArrayList<>(source.requiredColumns());
    names.addAll(List.of("compte", "eff202611", "denominationunitelegale", "datedebut", "siren"));
    var columns = Columns.of(names);
    var text = repeated(unit, CELL_CHARS);
    var parser = SourceParser.of(source);
    onASmallStack(
        () -> {
          for (int i = 0; i < names.size(); i++) {
            var fields = new ArrayList<>(names.stream().map(SampleCells::of).toList());
            fields.set(i, text);
            var outcome = parser.parse(new Row(columns, fields), Rows.DELIVERED);
            assertThat(outcome.toString()).doesNotContain("could not be read");
          }
        });
  }

  @Test
  void theSampleCellsAreThoseOfARowThatIsTaken() {
    for (var source : Source.values()) {
      var names = Stream.concat(source.requiredColumns().stream(), Stream.of("eff202611")).toList();
      var row = new Row(Columns.of(names), names.stream().map(SampleCells::of).toList());
      assertThat(SourceParser.of(source).parse(row, Rows.DELIVERED)).isInstanceOf(Parsed.class);
    }
  }

  @Test
  void whateverIsThrownOverARowIsItsRejection() {
    for (var thrown : List.of(new StackOverflowError(), new AssertionError(), new LinkageError())) {
      assertThat(Guard.over(() -> raise(thrown)))
          .isEqualTo(
              Outcome.Rejected.row("could not be read: " + thrown.getClass().getSimpleName()));
    }
    assertThat(Guard.over(() -> Outcome.Rejected.row(String.valueOf(1 / Integer.parseInt("0")))))
        .isEqualTo(Outcome.Rejected.row("could not be read: ArithmeticException"));
  }

  private static Outcome raise(Error thrown) {
    throw thrown;
  }

  /// A text of one class of characters, or of groups of two classes in turn, or a number of extreme
  /// length or exponent.
  @Provide
  Arbitrary<String> texts() {
    var classes =
        Arbitraries.of(
            "0",
            "7",
            " ",
            "\u00A0",
            "\u202F",
            "\"",
            ";",
            ",",
            ".",
            "-",
            "+",
            "_",
            "E",
            "e+9",
            "é",
            "e\u0301",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00",
            "\0",
            "\u0001",
            "\t",
            "\uFEFF",
            "\uFFFD",
            "eff",
            "liquidation_",
            "1 234",
            "1e999999999",
            "Z");
    return Combinators.combine(classes, classes, Arbitraries.integers().between(1, 4))
        .as((one, other, times) -> one.repeat(times) + other);
  }

  private static String repeated(String unit, int chars) {
    return unit.repeat(chars / unit.length());
  }

  private static void onASmallStack(Runnable work) {
    var thrown = new AtomicReference<@Nullable Throwable>();
    var thread = new Thread(null, work, "small-stack", SMALL_STACK_BYTES);
    thread.setUncaughtExceptionHandler((_, e) -> thrown.set(e));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(thrown.get()).isNull();
  }
}

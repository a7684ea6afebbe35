package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.parse.Reading.Bad;
import org.vigie.ingestion.parse.Reading.Good;

/// The formats of cells, apart from any source.
class FormatsTest {

  @ParameterizedTest
  @CsvSource({
    "1160318,2016-03-18",
    "990612,1999-06-12",
    "1180130,2018-01-30",
    "9990101,2899-01-01",
    "101,1900-01-01"
  })
  void anUrssafDateCountsCenturiesFrom1900(String text, LocalDate day) {
    assertThat(Day.urssaf(text)).isEqualTo(Reading.good(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1161318", "1160231", "11603180", "-990612", "99O612", "16-03"})
  void anythingElseIsNoUrssafDate(String text) {
    assertThat(Day.urssaf(text)).isInstanceOf(Bad.class);
  }

  @Property
  void everyDayIsItsOwnUrssafDate(@ForAll @IntRange(max = 364_000) int days) {
    var day = LocalDate.of(1900, 1, 1).plusDays(days);
    int text = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    assertThat(Day.urssaf(String.valueOf(text - 19_000_000))).isEqualTo(Reading.good(day));
  }

  @ParameterizedTest
  @CsvSource({
    "1022,2010,5,1",
    "201631,2016,7,1",
    "0232,2002,8,1",
    "201712,2017,2,1",
    "1030,2010,7,3",
    "9862,1998,1,12",
    "201562,2015,1,12",
    "4911,2049,1,1",
    "5011,1950,1,1"
  })
  void aPeriodIsAMonthAQuarterOrAYear(String text, int year, int month, int months) {
    assertThat(Period.urssaf(text))
        .isEqualTo(Reading.good(new Period(year * 12 + month - 1, months)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "102", "10222", "1004", "1051", "1024", "1061", "1063", "10M1", "²²²²"})
  void anythingElseIsNoPeriod(String text) {
    assertThat(Period.urssaf(text)).isInstanceOf(Bad.class);
  }

  @Property
  void bothSpellingsOfAPeriodAreOne(
      @ForAll @IntRange(min = 1950, max = 2049) int year,
      @ForAll @IntRange(min = 1, max = 4) int quarter,
      @ForAll @IntRange(max = 3) int month) {
    var quarterAndMonth = "" + quarter + month;
    var shortYear = "%02d".formatted(year % 100);
    assertThat(Period.urssaf(shortYear + quarterAndMonth))
        .isEqualTo(Period.urssaf(year + quarterAndMonth));
  }

  @ParameterizedTest
  @CsvSource({
    "'4',400,false",
    "'4,00',400,false",
    "'-3376.5',-337650,false",
    "'+0,01',1,false",
    "',5',50,false",
    "'4,',400,false",
    "'1.000',100,false",
    "'1.005',100,true",
    "'1.015',102,true",
    "'-1,025',-102,true",
    "'10000000000000',1000000000000000,false"
  })
  void eurosBecomeCentimesHalfEven(String text, long centimes, boolean suspicious) {
    assertThat(Amount.euros(text)).isEqualTo(Reading.good(centimes, suspicious));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ",",
        "1 000",
        "1e3",
        "1,23E+09",
        "NaN",
        "0x1",
        "10000000000000.01",
        "1,2,3"
      })
  void anythingElseIsNoAmount(String text) {
    assertThat(Amount.euros(text)).isInstanceOf(Bad.class);
  }

  @Property
  void anAmountIsWhatItsCentimesSay(
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L)
          long centimes) {
    var euros = java.math.BigDecimal.valueOf(centimes, 2).toPlainString();
    assertThat(Amount.euros(euros)).isEqualTo(Reading.good(centimes));
    assertThat(Amount.euros(euros.replace('.', ','))).isEqualTo(Reading.good(centimes));
    assertThat(Amount.centimes(String.valueOf(centimes))).isEqualTo(Reading.good(centimes));
  }

  @ParameterizedTest
  @CsvSource({"732829320,false", "732829321,true"})
  void aSirenThatFailsItsChecksumIsSuspicious(String siren, boolean suspicious) {
    assertThat(Identifier.siren(siren)).isEqualTo(new Good<>(siren, suspicious));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000000", "7,32829E+08", "732829320.0", "73282932", "７３２８２９３２０"})
  void anythingElseIsNoSiren(String text) {
    assertThat(Identifier.siren(text)).isInstanceOf(Bad.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,23457E+14',true",
    "1.23457e+14,true",
    "1E+05,true",
    "1E5,false",
    "A1E+05,false",
    "E+05,false",
    "1E+,false",
    "001,false"
  })
  void anIdentifierInScientificNotationIsLost(String text, boolean lost) {
    assertThat(WrittenNumber.loss(text).isEmpty()).isNotEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({
    "12.0,12",
    "'12,00',12",
    "12,12",
    "1.000,1.000",
    "1.5,1.5",
    "1.50,1.50",
    ".0,.0",
    "a.0,a.0"
  })
  void zeroDecimalsOfAWholeNumberSayNothing(String text, String whole) {
    assertThat(WrittenNumber.withoutZeroDecimals(text)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "73282932000074,false",
    "73282932000075,true",
    "11122233344455,true",
    "35600000000048,false",
    "35600000009075,false"
  })
  void aSiretThatFailsItsChecksumIsSuspicious(String siret, boolean suspicious) {
    assertThat(Identifier.siret(siret)).isEqualTo(new Good<>(siret, suspicious));
  }
}

package org.vigie.simulator.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.calendar.Timeline;

class CountryTest {

  private static final Country COUNTRY = new Country(7, new Timeline(12));
  private static final List<Company> COMPANIES =
      IntStream.range(0, 5000).mapToObj(COUNTRY::company).toList();

  @Test
  void noTwoCompaniesShareASiren() {
    assertThat(COMPANIES).extracting(Company::siren).doesNotHaveDuplicates();
  }

  @Test
  void everySirenBeginsWithTwoZerosAndIsValid() {
    assertThat(COMPANIES)
        .allSatisfy(
            company -> {
              assertThat(company.siren()).hasSize(9).startsWith("00");
              assertThat(Luhn.isValid(company.siren())).isTrue();
            });
  }

  @Test
  void everySiretIsValidAndItsCompanysOwn() {
    for (var company : COMPANIES) {
      var sirets =
          company.sites().stream().flatMap(site -> site.premises().stream()).map(Premises::siret);
      var seen = new HashSet<String>();
      sirets.forEach(
          siret -> {
            assertThat(siret).hasSize(14).startsWith(company.siren());
            assertThat(Luhn.isValid(siret)).isTrue();
            assertThat(seen.add(siret)).isTrue();
          });
    }
  }

  @Test
  void threeCompaniesInFourHaveTenPeopleOrMore() {
    var large = COMPANIES.stream().filter(company -> company.headcount() >= 10).count();
    assertThat((double) large / COMPANIES.size()).isBetween(0.7, 0.8);
  }

  @Test
  void companiesLiveInEveryDepartement() {
    var departements =
        COMPANIES.stream()
            .flatMap(company -> company.sites().stream())
            .map(site -> site.premises().getFirst().address().commune().departement())
            .collect(Collectors.toSet());
    assertThat(departements).hasSize(101).contains("2A", "2B", "971", "976");
  }

  @Test
  void aMoveKeepsTheAccountAndChangesTheSiret() {
    var moved =
        COMPANIES.stream()
            .flatMap(company -> company.sites().stream())
            .filter(site -> site.premises().size() > 1)
            .findFirst()
            .orElseThrow();
    var second = moved.premises().get(1);
    LocalDate movedOn = second.from();
    assertThat(moved.premisesOn(movedOn)).isEqualTo(second);
    assertThat(moved.premisesOn(movedOn.minusDays(1)).siret()).isNotEqualTo(second.siret());
  }

  @Test
  void aFewCompaniesAreNaturalPersons() {
    var persons =
        COMPANIES.stream().filter(company -> company.legalCategory().equals("1000")).toList();
    assertThat(persons).hasSizeBetween(50, 150);
    assertThat(persons)
        .allSatisfy(person -> assertThat(person.name()).isInstanceOf(Name.Person.class));
  }
}

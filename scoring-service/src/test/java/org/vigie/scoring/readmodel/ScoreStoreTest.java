package org.vigie.scoring.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.scoring.Postgres;
import org.vigie.scoring.Scores;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ScoreStoreTest {

  @Inject ScoreStore store;

  @Test
  void whatIsTakenIsReadBackWhole() {
    store.positions(Set.of(100));
    store.take(List.of(arrival(100, 0, "100000001", "m-1")));

    ScoreRow row = store.latest("100000001").orElseThrow();

    var expected = new ScoreRow(Scores.opened("100000001", one -> one.setModel("m-1")));
    assertThat(row)
        .usingRecursiveComparison()
        // What Hibernate weaves into an entity.
        .ignoringFieldsMatchingRegexes(".*\\$\\$_hibernate.*")
        .isEqualTo(expected);
  }

  @Test
  void ofTwoScoresOfOneCompanyTheLaterStands() {
    store.positions(Set.of(101));

    store.take(List.of(arrival(101, 0, "101000001", "m-1"), arrival(101, 1, "101000001", "m-2")));
    store.take(List.of(arrival(101, 2, "101000001", "m-3")));

    assertThat(modelOf("101000001")).isEqualTo("m-3");
    assertThat(store.positions(Set.of(101))).isEqualTo(Map.of(101, 3L));
  }

  @Test
  void whatComesAgainIsPassedOver() {
    store.positions(Set.of(102));
    store.take(List.of(arrival(102, 0, "102000001", "m-1"), arrival(102, 1, "102000001", "m-2")));

    store.take(List.of(arrival(102, 0, "102000001", "m-1")));

    assertThat(modelOf("102000001")).isEqualTo("m-2");
    assertThat(store.positions(Set.of(102))).isEqualTo(Map.of(102, 2L));
  }

  @Test
  void aControlRecordMovesThePositionAlone() {
    store.positions(Set.of(103));

    store.take(List.of(new Arrival(103, 5, Optional.empty())));

    assertThat(store.positions(Set.of(103))).isEqualTo(Map.of(103, 6L));
  }

  private String modelOf(String siren) {
    return String.valueOf(store.latest(siren).orElseThrow().model);
  }

  private static Arrival arrival(int partition, long offset, String siren, String model) {
    return new Arrival(
        partition, offset, Optional.of(Scores.opened(siren, one -> one.setModel(model))));
  }
}

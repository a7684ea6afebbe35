package org.vigie.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.ScoringInMemory;
import org.vigie.ingestion.control.Acceptance.Accepted;
import org.vigie.ingestion.control.Acceptance.Refused;
import org.vigie.ingestion.control.Acceptance.Unanswered;
import org.vigie.schemas.ModelVersion;

class ScoringModelsTest {

  private static final String TOKEN = "a-token-of-an-operator";

  private final ScoringInMemory scoring = new ScoringInMemory();

  @AfterEach
  void close() {
    scoring.close();
  }

  @Test
  void aLoadedBundleIsAccepted() {
    assertThat(ask("v1", TOKEN)).isEqualTo(new Accepted());
  }

  @Test
  void aRefusedBundleComesWithEveryReason() {
    assertThat(ask("broken", TOKEN))
        .isEqualTo(new Refused(List.of("date is missing", "golden.csv: no row")));
  }

  @Test
  void aBundleThatIsNotThereIsRefusedWithThatReason() {
    assertThat(ask("2026-11", TOKEN))
        .isEqualTo(new Refused(List.of("scoring-service has no bundle of the name 2026-11")));
  }

  @Test
  void aServiceThatFailsOrTakesNoTokenAnswersNothing() {
    assertThat(ask("ill", TOKEN)).isEqualTo(new Unanswered("scoring-service answers 500"));
    assertThat(ask("v1", "")).isEqualTo(new Unanswered("scoring-service answers 401"));
  }

  @Test
  void aServiceThatIsAwayAnswersNothing() {
    var nowhere = new ScoringModels(new Settings(URI.create("http://127.0.0.1:1")), json());

    assertThat(nowhere.ask(new ModelVersion("v1"), TOKEN)).isInstanceOf(Unanswered.class);
  }

  private Acceptance ask(String version, String token) {
    return new ScoringModels(new Settings(scoring.url()), json())
        .ask(new ModelVersion(version), token);
  }

  private static ObjectMapper json() {
    return new ObjectMapper();
  }

  private record Settings(URI scoringUrl) implements PlatformConfig {

    @Override
    public PlatformClock clock() {
      return PlatformClock.MANUAL;
    }
  }
}

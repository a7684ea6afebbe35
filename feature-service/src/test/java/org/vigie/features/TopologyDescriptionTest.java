package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.features.facts.Retention;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.stream.Pace;

/// The approved shape of the topology: a store or step with another name loses its state.
class TopologyDescriptionTest {

  @Test
  void theTopologyIsTheApprovedOne() throws IOException {
    var topology =
        new FeatureTopology(
            (_, _) -> null,
            (_, _) -> null,
            (_, _) -> null,
            new Retention(120),
            Pace.USUAL,
            1,
            new CompanyLocks());

    assertThat(topology.build().describe().toString()).isEqualTo(approved());
  }

  private static String approved() throws IOException {
    try (var text =
        Objects.requireNonNull(
            TopologyDescriptionTest.class.getResourceAsStream("/topology.approved.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

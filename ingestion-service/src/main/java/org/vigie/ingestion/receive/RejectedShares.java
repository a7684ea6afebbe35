package org.vigie.ingestion.receive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.order.RejectedShare;

/// The largest share of rejected rows of each source, as the installation has it.
@Startup // a wrong setting ends the start, not a delivery
@ApplicationScoped
public class RejectedShares {

  private final Map<Source, RejectedShare> bySource = new EnumMap<>(Source.class);

  RejectedShares(DeliveryConfig config) {
    config
        .maxRejectedShare()
        .forEach((name, share) -> bySource.put(source(name), new RejectedShare(share)));
  }

  private static Source source(String name) {
    return Source.ofText(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "vigie.deliveries.max-rejected-share." + name + ": there is no such source"));
  }

  public RejectedShare of(Source source) {
    return bySource.getOrDefault(source, RejectedShare.USUAL);
  }
}

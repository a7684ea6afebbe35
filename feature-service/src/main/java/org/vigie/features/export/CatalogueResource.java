package org.vigie.features.export;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.vigie.features.compute.FeatureCatalogue;

/// The feature catalogue: what stands at each place of a vector.
@Path("/catalogue")
@Authenticated
public class CatalogueResource {

  /// @param version equal versions have equal features in equal order
  /// @param features in the order of a vector
  public record Catalogue(String version, List<Entry> features) {}

  /// @param name as agents and models name it
  /// @param group theme to which it belongs
  /// @param unit in what it is measured
  public record Entry(String name, String group, String unit) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Catalogue catalogue() {
    return new Catalogue(
        FeatureCatalogue.VERSION,
        FeatureCatalogue.FEATURES.stream()
            .map(feature -> new Entry(feature.name(), feature.group(), feature.unit().toString()))
            .toList());
  }
}

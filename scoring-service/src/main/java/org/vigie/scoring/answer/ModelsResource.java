package org.vigie.scoring.answer;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.vigie.schemas.ModelVersion;
import org.vigie.scoring.bundle.ModelShelf;

/// The model bundles that this service has read.
@Path("/models")
@Authenticated
@RunOnVirtualThread
public class ModelsResource {

  private final ModelShelf shelf;

  ModelsResource(ModelShelf shelf) {
    this.shelf = shelf;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Model bundles, loaded or refused with every reason",
      description = "Looks for new bundles first: what is loaded here can be activated")
  public List<ModelAnswer> models() {
    shelf.refresh();
    return shelf.readings().stream().map(ModelAnswer::of).toList();
  }

  /// One bundle, read now when it is new or was refused before.
  @GET
  @Path("/{version}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One model bundle, loaded or refused with every reason")
  @APIResponse(responseCode = "404", description = "No bundle has that name")
  public ModelAnswer model(String version) {
    return ModelVersion.ofText(version)
        .flatMap(shelf::read)
        .map(ModelAnswer::of)
        .orElseThrow(NotFoundException::new);
  }
}

package org.vigie.devkit.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A copy as it is now.
///
/// @param processes all that it needs
/// @param stages how far each is behind
/// @param sources as ingestion-service tells of them
/// @param unknown what could not be asked, each with its reason
public record Status(
    List<ProcessView> processes,
    List<StageView> stages,
    List<JsonNode> sources,
    List<String> unknown) {}

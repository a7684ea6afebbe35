package org.vigie.devkit.observe;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A stage as `status` shows it.
///
/// @param lag records that it has not taken yet; null when that is not known
/// @param problem why it is not known; null when it is
public record StageView(
    String name,
    @Nullable Long lag,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem) {}

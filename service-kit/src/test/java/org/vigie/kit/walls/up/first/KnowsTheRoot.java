package org.vigie.kit.walls.up.first;

import org.vigie.kit.walls.up.Settings;

/// A stage that knows the root.
public record KnowsTheRoot(Settings settings) {}

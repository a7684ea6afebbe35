package org.vigie.kit.walls.down.second;

import org.vigie.kit.walls.down.first.First;

/// Knows the stage before, in an array only.
public record Second(First[] first) {}

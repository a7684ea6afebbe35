package org.vigie.kit.walls.down.first;

/// Knows nothing.
public record First(int value) {}

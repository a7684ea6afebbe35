package org.vigie.kit.walls.up;

/// At the root, and known by a stage.
public interface Settings {}

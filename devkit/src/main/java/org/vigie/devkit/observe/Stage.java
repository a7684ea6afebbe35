package org.vigie.devkit.observe;

/// A stage of the flow and how far it is behind.
///
/// @param name the service
/// @param lag records of its input that it has not taken yet, over all partitions
public record Stage(String name, long lag) {}

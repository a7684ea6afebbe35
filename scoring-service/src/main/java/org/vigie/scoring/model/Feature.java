package org.vigie.scoring.model;

/// A feature of the catalogue.
///
/// @param name its name in the catalogue
/// @param group the theme to which it belongs
public record Feature(String name, String group) {}

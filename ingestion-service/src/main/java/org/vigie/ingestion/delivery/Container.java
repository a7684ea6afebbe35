package org.vigie.ingestion.delivery;

/// What the text of a delivery comes in, as the end of its name says.
public enum Container {
  PLAIN,
  GZIP,
  ZIP
}

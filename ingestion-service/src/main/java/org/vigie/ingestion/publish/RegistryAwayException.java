package org.vigie.ingestion.publish;

/// The schema registry does not tell the schema of a topic.
public final class RegistryAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegistryAwayException(String topic, Throwable cause) {
    super("the registry does not tell the schema of " + topic, cause);
  }
}

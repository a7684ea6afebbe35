package org.vigie.scoring.stream;

/// Names of the steps of the topology and of its stores.
public final class Steps {

  public static final String READ_FEATURES = "read-features";
  public static final String SCORE_COMPANY = "score-company";
  public static final String PUBLISH_SCORES = "publish-scores";
  public static final String PUBLISH_REJECTIONS = "publish-rejections";

  /// Keeps the last score of each company.
  public static final String SCORES = "scores";

  /// Keeps the last model that served.
  public static final String MODELS = "models";

  private Steps() {}
}

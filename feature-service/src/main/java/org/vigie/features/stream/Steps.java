package org.vigie.features.stream;

/// Names of the steps of the topology.
public final class Steps {

  public static final String READ_LOG = "read-source-events";
  public static final String UPDATE_COMPANIES = "update-companies";
  public static final String PUBLISH_VECTORS = "publish-company-features";
  public static final String PUBLISH_REJECTIONS = "publish-rejections";
  public static final String READ_SCORES = "read-company-scores";
  public static final String KEEP_SCORES = "keep-company-scores";

  private Steps() {}
}

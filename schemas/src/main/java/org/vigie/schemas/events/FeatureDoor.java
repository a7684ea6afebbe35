package org.vigie.schemas.events;

import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.FeatureEvent.VectorOfCompany;

/// The door of company-features.
public final class FeatureDoor {

  /// A reader of the topic.
  public static RecordReader<FeatureEvent> reader(Deserializer<FeatureRecord> deserializer) {
    return new RecordReader<>(Topics.COMPANY_FEATURES, deserializer, FeatureDoor::open);
  }

  /// What a record says.
  ///
  /// @throws UnknownBody when its body is of no case known here
  public static FeatureEvent open(FeatureRecord record) {
    return record.getBody() instanceof CompanyFeatures vector
        ? new VectorOfCompany(vector)
        : ControlDoor.open(record.getBody());
  }

  private FeatureDoor() {}
}

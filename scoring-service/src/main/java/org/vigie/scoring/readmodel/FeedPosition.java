package org.vigie.scoring.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How far a partition of `company-scores` has been taken.
@Entity
@Table(name = "feed_position")
class FeedPosition {

  @Id int partition;

  /// Offset of the next record to take.
  long position;

  protected FeedPosition() {}
}

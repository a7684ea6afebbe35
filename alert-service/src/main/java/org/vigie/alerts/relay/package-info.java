/// Carries the recorded messages to Kafka, once and in order, one transactional producer per
/// input partition.
@NullMarked
package org.vigie.alerts.relay;

import org.jspecify.annotations.NullMarked;

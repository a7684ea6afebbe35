/// Clients of Kafka, with the settings that all services give theirs.
@NullMarked
package org.vigie.kit.kafka;

import org.jspecify.annotations.NullMarked;

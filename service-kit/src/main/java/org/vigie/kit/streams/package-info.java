/// State of Kafka Streams: how much memory it takes, and which of it is trusted.
@NullMarked
package org.vigie.kit.streams;

import org.jspecify.annotations.NullMarked;

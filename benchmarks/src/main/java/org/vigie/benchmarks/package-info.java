/// Vigie measured against raw Kafka in the same run, on the same machine, with the same bytes.
@NullMarked
package org.vigie.benchmarks;

import org.jspecify.annotations.NullMarked;

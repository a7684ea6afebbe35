/// When things happen and when they are delivered, without a clock.
@NullMarked
package org.vigie.simulator.calendar;

import org.jspecify.annotations.NullMarked;

/// What each administration writes down of a life, and the day on which it knows it.
@NullMarked
package org.vigie.simulator.registers;

import org.jspecify.annotations.NullMarked;

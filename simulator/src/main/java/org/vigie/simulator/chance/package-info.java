/// Repeatable chance: the same seed draws the same country on every machine.
@NullMarked
package org.vigie.simulator.chance;

import org.jspecify.annotations.NullMarked;

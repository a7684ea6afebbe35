/// What happens to a company month by month: health, debts, headcount, and how it ends.
@NullMarked
package org.vigie.simulator.life;

import org.jspecify.annotations.NullMarked;

/// Who the companies are: activity, place, name, identifiers, sites and their moves.
@NullMarked
package org.vigie.simulator.country;

import org.jspecify.annotations.NullMarked;

/// A plausible country in the real file formats of the administrations, with known truth, from a
/// seed.
@NullMarked
package org.vigie.simulator;

import org.jspecify.annotations.NullMarked;

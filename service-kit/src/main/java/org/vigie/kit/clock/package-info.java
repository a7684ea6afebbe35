/// The clock that the rim of a service is given.
@NullMarked
package org.vigie.kit.clock;

import org.jspecify.annotations.NullMarked;

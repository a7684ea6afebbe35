/// Mechanics that two services need. No word of the domain, and no service, is known here.
@NullMarked
package org.vigie.kit;

import org.jspecify.annotations.NullMarked;

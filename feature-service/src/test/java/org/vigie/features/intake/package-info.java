/// Reading the log: what can be used, what is refused and why.
@NullMarked
package org.vigie.features.intake;

import org.jspecify.annotations.NullMarked;

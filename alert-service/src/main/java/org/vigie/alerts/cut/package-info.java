/// Writes the alert of a crossing with nothing in it that the administration may not see.
@NullMarked
package org.vigie.alerts.cut;

import org.jspecify.annotations.NullMarked;

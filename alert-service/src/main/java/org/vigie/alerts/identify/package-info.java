/// Who calls, from the claims of the token, and the one form in which a call is refused.
@NullMarked
package org.vigie.alerts.identify;

import org.jspecify.annotations.NullMarked;

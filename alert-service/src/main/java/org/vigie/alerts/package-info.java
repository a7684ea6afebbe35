/// Decides, for each subscribed administration, what every score of a company means, and delivers
/// the alerts once, cut to rights.
@NullMarked
package org.vigie.alerts;

import org.jspecify.annotations.NullMarked;

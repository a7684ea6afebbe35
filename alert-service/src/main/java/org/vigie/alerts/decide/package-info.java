/// Decides what a score means to a subscription: pure code, no framework, no clock.
@NullMarked
package org.vigie.alerts.decide;

import org.jspecify.annotations.NullMarked;

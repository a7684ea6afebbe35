/// What an administration asks to be told: subscriptions, their versions, and the place of the
/// log from which each version holds.
@NullMarked
package org.vigie.alerts.subscribe;

import org.jspecify.annotations.NullMarked;

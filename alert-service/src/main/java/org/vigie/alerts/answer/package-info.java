/// Answers by REST what stands recorded: alerts, positions, barriers.
@NullMarked
package org.vigie.alerts.answer;

import org.jspecify.annotations.NullMarked;

/// Decides, for one vector, between a score and an abstention, and what stands of the company then.
@NullMarked
package org.vigie.scoring.assess;

import org.jspecify.annotations.NullMarked;

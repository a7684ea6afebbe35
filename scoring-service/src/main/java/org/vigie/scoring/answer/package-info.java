/// Answers readers over HTTP, cut to what the access policy opens to them.
@NullMarked
package org.vigie.scoring.answer;

import org.jspecify.annotations.NullMarked;

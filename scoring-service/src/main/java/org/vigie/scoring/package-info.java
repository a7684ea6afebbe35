/// Runs the model on every change of a company and answers for current scores.
@NullMarked
package org.vigie.scoring;

import org.jspecify.annotations.NullMarked;

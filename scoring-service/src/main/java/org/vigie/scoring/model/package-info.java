/// What a model is: the features that it takes, the themes that it speaks of, and what it answers.
@NullMarked
package org.vigie.scoring.model;

import org.jspecify.annotations.NullMarked;

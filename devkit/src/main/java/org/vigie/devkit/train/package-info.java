/// From simulated countries to a model bundle: each country is loaded on a platform of its own, its
/// features exported as they stood at month ends, and the model fitted by the training room.
@NullMarked
package org.vigie.devkit.train;

import org.jspecify.annotations.NullMarked;

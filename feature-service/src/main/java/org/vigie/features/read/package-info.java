/// What agents may read of a company over HTTP, cut to their rights.
@NullMarked
package org.vigie.features.read;

import org.jspecify.annotations.NullMarked;

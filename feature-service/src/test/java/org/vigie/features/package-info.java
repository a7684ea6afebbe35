/// Tests of the service as a whole.
@NullMarked
package org.vigie.features;

import org.jspecify.annotations.NullMarked;

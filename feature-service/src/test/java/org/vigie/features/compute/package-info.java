/// Tests of the stage of the same name.
@NullMarked
package org.vigie.features.compute;

import org.jspecify.annotations.NullMarked;

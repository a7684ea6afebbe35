/// Tests of the stage of the same name.
@NullMarked
package org.vigie.features.read;

import org.jspecify.annotations.NullMarked;

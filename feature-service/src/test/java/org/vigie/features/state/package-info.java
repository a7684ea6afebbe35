/// Tests of the stage of the same name.
@NullMarked
package org.vigie.features.state;

import org.jspecify.annotations.NullMarked;

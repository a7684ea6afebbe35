/// Tests of the stage of the same name.
@NullMarked
package org.vigie.features.export;

import org.jspecify.annotations.NullMarked;

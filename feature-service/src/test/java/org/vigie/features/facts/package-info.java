/// Tests of the stage of the same name.
@NullMarked
package org.vigie.features.facts;

import org.jspecify.annotations.NullMarked;

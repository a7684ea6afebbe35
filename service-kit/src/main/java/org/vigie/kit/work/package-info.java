/// One thread that does the same again and again until it is told to stop.
@NullMarked
package org.vigie.kit.work;

import org.jspecify.annotations.NullMarked;

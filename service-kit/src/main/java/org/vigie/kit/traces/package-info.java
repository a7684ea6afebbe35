/// Who read what, in a file whose lines hang together by hashes.
@NullMarked
package org.vigie.kit.traces;

import org.jspecify.annotations.NullMarked;

/// What services say to each other: the topics, their records, and how these are written on the
/// wire.
@NullMarked
package org.vigie.schemas;

import org.jspecify.annotations.NullMarked;

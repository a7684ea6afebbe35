/// From the facts of a company to its features: exact arithmetic, and nothing else.
@NullMarked
package org.vigie.features.compute;

import org.jspecify.annotations.NullMarked;

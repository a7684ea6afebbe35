/// What survives a restart: standing facts, each company's place in time, each partition's clock.
@NullMarked
package org.vigie.features.state;

import org.jspecify.annotations.NullMarked;

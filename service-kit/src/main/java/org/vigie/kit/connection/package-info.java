/// Connections: how long one is kept on which nothing moves.
@NullMarked
package org.vigie.kit.connection;

import org.jspecify.annotations.NullMarked;

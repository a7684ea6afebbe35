/// The bodies of requests: how much of them is taken, and what becomes of the rest.
@NullMarked
package org.vigie.kit.body;

import org.jspecify.annotations.NullMarked;

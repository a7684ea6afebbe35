/// The door of a service: who calls, what is taken, and the one form in which a call is refused.
@NullMarked
package org.vigie.kit.http;

import org.jspecify.annotations.NullMarked;

/// The real parts of the platform as processes: how each is laid out, started, judged ready and
/// ended.
@NullMarked
package org.vigie.devkit.platform;

import org.jspecify.annotations.NullMarked;

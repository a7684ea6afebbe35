/// Decides about processes from what is seen of them: how long a start is waited for, and whether
/// one that ended is started again. Nothing here starts or ends a process.
@NullMarked
package org.vigie.devkit.watch;

import org.jspecify.annotations.NullMarked;

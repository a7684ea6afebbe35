/// What a running installation looks like from outside: processes, stages and how far behind they
/// are.
@NullMarked
package org.vigie.devkit.observe;

import org.jspecify.annotations.NullMarked;

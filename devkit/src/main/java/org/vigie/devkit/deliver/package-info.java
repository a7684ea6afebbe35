/// Bringing files to Vigie: which files, in which order, with which days closed between, and
/// waiting until their alerts are out.
@NullMarked
package org.vigie.devkit.deliver;

import org.jspecify.annotations.NullMarked;

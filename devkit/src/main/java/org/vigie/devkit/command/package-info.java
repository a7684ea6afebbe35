/// The commands of `./vigie`, one class each.
@NullMarked
package org.vigie.devkit.command;

import org.jspecify.annotations.NullMarked;

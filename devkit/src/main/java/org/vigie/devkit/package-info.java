/// Vigie on one machine: the command line, and the platform that it starts.
@NullMarked
package org.vigie.devkit;

import org.jspecify.annotations.NullMarked;

/// Where one copy of Vigie lives: its directories, its ports, its secrets, its logs.
@NullMarked
package org.vigie.devkit.installation;

import org.jspecify.annotations.NullMarked;

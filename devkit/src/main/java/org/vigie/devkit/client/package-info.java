/// The services as the command line speaks to them: over HTTP, as the operator of the installation.
@NullMarked
package org.vigie.devkit.client;

import org.jspecify.annotations.NullMarked;

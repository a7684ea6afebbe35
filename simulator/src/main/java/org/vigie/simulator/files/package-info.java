/// The registers in the real file formats, damaged where real files are, in dated folders.
@NullMarked
package org.vigie.simulator.files;

import org.jspecify.annotations.NullMarked;

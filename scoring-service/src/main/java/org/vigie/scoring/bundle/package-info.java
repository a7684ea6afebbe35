/// Reads model bundles from disk, refuses those that do not fit with all the reasons, and runs the
/// others with ONNX Runtime.
@NullMarked
package org.vigie.scoring.bundle;

import org.jspecify.annotations.NullMarked;

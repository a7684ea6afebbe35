/// The main job shown to a visitor: a simulated country, loaded on the real platform, and how good
/// its alerts were against the truth that only the simulator knows.
@NullMarked
package org.vigie.devkit.demo;

import org.jspecify.annotations.NullMarked;

package org.vigie.kit.walls.down;

import org.vigie.kit.walls.down.first.First;
import org.vigie.kit.walls.down.second.Second;

/// Lists the stages.
public record Journey(First first, Second second) {}

/// Keeps the packages of a module apart, for the `RoomsTest` of every module.
@NullMarked
package org.vigie.kit.walls;

import org.jspecify.annotations.NullMarked;

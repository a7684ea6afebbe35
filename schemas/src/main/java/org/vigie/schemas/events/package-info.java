/// What the records of each topic may say, as closed sets: each topic has one door, and whoever
/// reads behind it is told by the compiler of every new case.
@NullMarked
package org.vigie.schemas.events;

import org.jspecify.annotations.NullMarked;

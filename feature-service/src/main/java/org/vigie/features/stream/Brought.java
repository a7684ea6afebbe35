package org.vigie.features.stream;

import java.util.List;
import org.vigie.schemas.CompanyFeatures;

/// How far a company was brought.
///
/// @param changed its changed vectors, in order
/// @param stops at how many days it stopped on the way, changed or not
/// @param through whether it has reached the last of the days asked for
record Brought(List<CompanyFeatures> changed, int stops, boolean through) {}

/// Keeps each company's rolling history and computes its features; start reading at
/// [FeatureTopology].
@NullMarked
package org.vigie.features;

import org.jspecify.annotations.NullMarked;

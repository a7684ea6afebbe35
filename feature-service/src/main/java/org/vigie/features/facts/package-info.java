/// What is known of a company: one value per natural key, and the rule by which a version stands.
@NullMarked
package org.vigie.features.facts;

import org.jspecify.annotations.NullMarked;

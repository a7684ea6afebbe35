/// Keeps the latest outcome of each company in PostgreSQL, fed from company-scores.
@NullMarked
package org.vigie.scoring.readmodel;

import org.jspecify.annotations.NullMarked;

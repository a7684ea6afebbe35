/// Third stage: each row becomes facts, or a rejection with its reason.
@NullMarked
package org.vigie.ingestion.parse;

import org.jspecify.annotations.NullMarked;

/// First stage: a delivery is recognised by its name, stored whole under its hash, and accepted.
@NullMarked
package org.vigie.ingestion.receive;

import org.jspecify.annotations.NullMarked;

/// PostgreSQL for the tests of services.
@NullMarked
package org.vigie.kit.database;

import org.jspecify.annotations.NullMarked;

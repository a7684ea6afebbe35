/// Who may see what of a company: the one access policy, as pure code, called at the rim of each
/// service; and the log of who did.
@NullMarked
package org.vigie.schemas.access;

import org.jspecify.annotations.NullMarked;

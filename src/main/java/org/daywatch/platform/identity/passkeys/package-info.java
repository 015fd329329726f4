/** Passkeys: added, used, removed. */
@NullMarked
package org.daywatch.platform.identity.passkeys;

import org.jspecify.annotations.NullMarked;

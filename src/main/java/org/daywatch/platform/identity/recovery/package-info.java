/** Forgotten password, lost passkey. */
@NullMarked
package org.daywatch.platform.identity.recovery;

import org.jspecify.annotations.NullMarked;

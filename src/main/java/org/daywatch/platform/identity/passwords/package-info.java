/** What a password must be. */
@NullMarked
package org.daywatch.platform.identity.passwords;

import org.jspecify.annotations.NullMarked;

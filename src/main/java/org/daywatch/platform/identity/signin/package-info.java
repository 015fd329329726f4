/** Signing in and out, choosing for whom one acts, and the check in front of every endpoint. */
@NullMarked
package org.daywatch.platform.identity.signin;

import org.jspecify.annotations.NullMarked;

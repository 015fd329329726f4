/** The pages of signing in and out, and of choosing for whom one acts. */
@NullMarked
package org.daywatch.platform.identity.signin;

import org.jspecify.annotations.NullMarked;

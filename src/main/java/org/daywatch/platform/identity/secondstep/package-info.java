/** The second step at sign-in: an authenticator app, and the page between a password and the work. */
@NullMarked
package org.daywatch.platform.identity.secondstep;

import org.jspecify.annotations.NullMarked;

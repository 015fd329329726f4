/** Signing in through an organization's own provider. */
@NullMarked
package org.daywatch.platform.identity.oidc;

import org.jspecify.annotations.NullMarked;

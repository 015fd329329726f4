/** What a person sees of their own account. */
@NullMarked
package org.daywatch.platform.identity.account;

import org.jspecify.annotations.NullMarked;

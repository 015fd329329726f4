/** Who belongs to an organization, in which role. */
@NullMarked
package org.daywatch.platform.identity.users;

import org.jspecify.annotations.NullMarked;

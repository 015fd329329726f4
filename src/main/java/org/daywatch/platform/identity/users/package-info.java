/** Who belongs to an organisation, in which role. */
@NullMarked
package org.daywatch.platform.identity.users;

import org.jspecify.annotations.NullMarked;

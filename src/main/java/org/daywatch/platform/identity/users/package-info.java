/** The pages on which administrators look after an organization's users. */
@NullMarked
package org.daywatch.platform.identity.users;

import org.jspecify.annotations.NullMarked;

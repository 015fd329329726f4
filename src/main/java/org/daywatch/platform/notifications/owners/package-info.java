/** What the owner of an account is told by every way there is, because an email may never leave. */
@org.springframework.modulith.NamedInterface("notifications-owners")
@NullMarked
package org.daywatch.platform.notifications.owners;

import org.jspecify.annotations.NullMarked;

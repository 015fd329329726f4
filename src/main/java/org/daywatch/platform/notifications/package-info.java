/** Messages to people. */
@org.springframework.modulith.NamedInterface("notifications")
@NullMarked
package org.daywatch.platform.notifications;

import org.jspecify.annotations.NullMarked;

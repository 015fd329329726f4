/** What a person was told, how they want to be told, and what the demonstration did not send. */
@NullMarked
package org.daywatch.platform.notifications.inbox;

import org.jspecify.annotations.NullMarked;

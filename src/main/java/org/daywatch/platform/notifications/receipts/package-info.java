/** What became of a text message, as its gateway says afterwards. */
@NullMarked
package org.daywatch.platform.notifications.receipts;

import org.jspecify.annotations.NullMarked;

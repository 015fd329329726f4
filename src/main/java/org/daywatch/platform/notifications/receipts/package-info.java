/** What became of a text message or a letter, as its gateway says afterward, or its reader. */
@NullMarked
package org.daywatch.platform.notifications.receipts;

import org.jspecify.annotations.NullMarked;

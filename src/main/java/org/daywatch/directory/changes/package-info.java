/** Changes of calendars and bells that concern so many schools that whoever asks must see how far they have come. */
@NullMarked
package org.daywatch.directory.changes;

import org.jspecify.annotations.NullMarked;

/** School calendars as iCalendar files: which days differ, read from all-day events. */
@NullMarked
package org.daywatch.directory.imports.ical;

import org.jspecify.annotations.NullMarked;

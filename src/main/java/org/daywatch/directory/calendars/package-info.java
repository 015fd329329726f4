/** Which days are school days, and when the bells ring. */
@org.springframework.modulith.NamedInterface("calendars")
@NullMarked
package org.daywatch.directory.calendars;

import org.jspecify.annotations.NullMarked;

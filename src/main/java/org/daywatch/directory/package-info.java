/** The hall: districts, schools, calendars and the dated rules every room may ask. */
@org.springframework.modulith.ApplicationModule(displayName = "Directory", allowedDependencies = "platform :: *")
@NullMarked
package org.daywatch.directory;

import org.jspecify.annotations.NullMarked;

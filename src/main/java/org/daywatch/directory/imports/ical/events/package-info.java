/** The events of an iCalendar file: their words, their days, and how often they are repeated. */
@NullMarked
package org.daywatch.directory.imports.ical.events;

import org.jspecify.annotations.NullMarked;

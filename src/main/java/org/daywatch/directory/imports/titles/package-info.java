/** How the titles of school calendars are read, and what the people of a district decided about them. */
@NullMarked
package org.daywatch.directory.imports.titles;

import org.jspecify.annotations.NullMarked;

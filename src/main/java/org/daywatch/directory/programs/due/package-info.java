/** What is due in a school year: a pure engine, and what it is asked from the database. */
@NullMarked
package org.daywatch.directory.programs.due;

import org.jspecify.annotations.NullMarked;

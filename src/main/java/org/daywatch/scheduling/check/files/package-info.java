/** Reads the two files for the check, by itself: a mistake of the program's own reader cannot hide itself here. */
@NullMarked
package org.daywatch.scheduling.check.files;

import org.jspecify.annotations.NullMarked;

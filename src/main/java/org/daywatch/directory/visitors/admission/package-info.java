/** Whose name at the door is like one that the office must look at first. */
@NullMarked
package org.daywatch.directory.visitors.admission;

import org.jspecify.annotations.NullMarked;

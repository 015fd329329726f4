/** Courses for staff and families: files that come with Daywatch or were added, taken to the end or only opened. */
@NullMarked
package org.daywatch.training.courses;

import org.jspecify.annotations.NullMarked;

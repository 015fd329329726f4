/**
 * The shelf of courses: those that come with Daywatch, and those an agency or a district added. Nothing on it is ever
 * overwritten.
 */
@NullMarked
package org.daywatch.training.courses.library;

import org.jspecify.annotations.NullMarked;

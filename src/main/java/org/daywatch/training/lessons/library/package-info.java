/**
 * The shelf: lessons that come with Daywatch, and those an agency or a district added. Nothing on it is ever
 * overwritten.
 */
@NullMarked
package org.daywatch.training.lessons.library;

import org.jspecify.annotations.NullMarked;

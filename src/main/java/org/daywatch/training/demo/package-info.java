/** What the demonstration tells of lessons, of what classes learned, and of courses. */
@NullMarked
package org.daywatch.training.demo;

import org.jspecify.annotations.NullMarked;

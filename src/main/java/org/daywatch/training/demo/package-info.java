/** What the demonstration tells of lessons and courses. */
@NullMarked
package org.daywatch.training.demo;

import org.jspecify.annotations.NullMarked;

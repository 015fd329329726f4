/** What the demonstration tells of lessons and of what classes learned. */
@NullMarked
package org.daywatch.training.demo;

import org.jspecify.annotations.NullMarked;

/** When a student and their mentor meet each week, whose class that takes, and what happens when a day is lost. */
@NullMarked
package org.daywatch.mentoring.times;

import org.jspecify.annotations.NullMarked;

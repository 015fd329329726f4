/** Officers screened as mentors: which papers let them, what they like, which languages they speak. */
@NullMarked
package org.daywatch.mentoring.mentors;

import org.jspecify.annotations.NullMarked;

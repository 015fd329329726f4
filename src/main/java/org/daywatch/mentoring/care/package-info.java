/** Matches as people at a school work with them: referred, proposed, met, closed. */
@NullMarked
package org.daywatch.mentoring.care;

import org.jspecify.annotations.NullMarked;

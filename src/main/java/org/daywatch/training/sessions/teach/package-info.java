/** Lessons as they are taught: the day on the phone, one lesson, its record, all of them in a list. */
@NullMarked
package org.daywatch.training.sessions.teach;

import org.jspecify.annotations.NullMarked;

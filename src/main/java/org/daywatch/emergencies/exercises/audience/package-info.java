/** Whom the exercise of a planned drill reaches. */
@NullMarked
package org.daywatch.emergencies.exercises.audience;

import org.jspecify.annotations.NullMarked;

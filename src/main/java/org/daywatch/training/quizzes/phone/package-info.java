/** What a student's phone sees of a quiz: a code to join, a code to keep, one question after the other. */
@NullMarked
package org.daywatch.training.quizzes.phone;

import org.jspecify.annotations.NullMarked;

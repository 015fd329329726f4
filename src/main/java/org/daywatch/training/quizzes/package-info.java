/**
 * A class is asked on its phones, without accounts and names: opened by whoever teaches, joined by a code, closed, and
 * told in quarters.
 */
@NullMarked
package org.daywatch.training.quizzes;

import org.jspecify.annotations.NullMarked;

<<<<<<< HEAD
/** What the demonstration tells of lessons and courses. */
=======
/** What the demonstration tells of lessons and of what classes learned. */
>>>>>>> quizzes
@NullMarked
package org.daywatch.training.demo;

import org.jspecify.annotations.NullMarked;

/**
 * Training: what officers teach. Lessons, sessions in the timetable, quizzes that measure what was learned, courses for
 * staff and parents.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Training",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing"})
@NullMarked
package org.daywatch.training;

import org.jspecify.annotations.NullMarked;

/**
 * Lessons: what is taught, complete with slides, activities, quiz and the evidence behind it. Files as
 * docs/formats/lesson.md says; nothing here knows when one is taught.
 */
@NullMarked
package org.daywatch.training.lessons;

import org.jspecify.annotations.NullMarked;

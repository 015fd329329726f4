/** A lesson's file, docs/formats/lesson.md: read strictly, every fault named by its path, its value and what to do. */
@NullMarked
package org.daywatch.training.lessons.file;

import org.jspecify.annotations.NullMarked;

/** Courses as files: read strictly, every fault by path, value and what to do. */
@NullMarked
package org.daywatch.training.courses.file;

import org.jspecify.annotations.NullMarked;

/** Families take courses by a code, without an account, and are only counted. */
@NullMarked
package org.daywatch.training.courses.families;

import org.jspecify.annotations.NullMarked;

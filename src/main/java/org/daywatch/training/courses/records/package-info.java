/** Who of the staff has completed which course, and until when it is due. */
@NullMarked
package org.daywatch.training.courses.records;

import org.jspecify.annotations.NullMarked;

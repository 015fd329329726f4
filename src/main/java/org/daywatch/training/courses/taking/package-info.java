/** Staff take courses with their accounts. */
@NullMarked
package org.daywatch.training.courses.taking;

import org.jspecify.annotations.NullMarked;

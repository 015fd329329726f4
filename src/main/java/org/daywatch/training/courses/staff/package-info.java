/** Staff take courses with their accounts. */
@NullMarked
package org.daywatch.training.courses.staff;

import org.jspecify.annotations.NullMarked;

/** What a department sees of its own officers here: hours against the limits, permission, standing. */
@NullMarked
package org.daywatch.staffing.departments;

import org.jspecify.annotations.NullMarked;

/** On which days which officer is at a school, for rooms that plan with them. */
@org.springframework.modulith.NamedInterface("days")
@NullMarked
package org.daywatch.staffing.days;

import org.jspecify.annotations.NullMarked;

/**
 * One officer calls off: who stands there now, with as few others moved as possible. At once by a chain, then exactly.
 */
@NullMarked
package org.daywatch.staffing.schedules.repair;

import org.jspecify.annotations.NullMarked;

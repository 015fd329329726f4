/** How the agency's coordinators are reached. */
@NullMarked
package org.daywatch.staffing.coordinators;

import org.jspecify.annotations.NullMarked;

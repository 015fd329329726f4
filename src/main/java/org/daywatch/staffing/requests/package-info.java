/** What schools ask for, and whether the agency will do it. */
@NullMarked
package org.daywatch.staffing.requests;

import org.jspecify.annotations.NullMarked;

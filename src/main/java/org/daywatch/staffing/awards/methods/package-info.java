/** By which method a post goes to one of those who want it: dated data for a department, a district or all. */
@NullMarked
package org.daywatch.staffing.awards.methods;

import org.jspecify.annotations.NullMarked;

/** What was done, summed from activity lines and the other rooms' answers, for many schools in few statements. */
@NullMarked
package org.daywatch.transparency.programs.totals;

import org.jspecify.annotations.NullMarked;

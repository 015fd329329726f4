/** Who signed up for a post, who gets it and why, kept so that anybody can work it out again. */
@NullMarked
package org.daywatch.staffing.awards;

import org.jspecify.annotations.NullMarked;

/** An award worked out again from its record alone. */
@NullMarked
package org.daywatch.staffing.awards.replay;

import org.jspecify.annotations.NullMarked;

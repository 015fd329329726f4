/** Measures: what would mend a gap, what it costs, who pays; proposed, approved, done or rejected. */
@NullMarked
package org.daywatch.prevention.measures;

import org.jspecify.annotations.NullMarked;

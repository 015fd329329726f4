/** What chances for work each officer had and what became of them: for awards, for the coordinator, for the public. */
@NullMarked
package org.daywatch.staffing.fairness;

import org.jspecify.annotations.NullMarked;

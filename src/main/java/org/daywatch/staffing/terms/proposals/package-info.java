/** Terms as they are proposed to a department, and its answer: over a link, or on paper. */
@NullMarked
package org.daywatch.staffing.terms.proposals;

import org.jspecify.annotations.NullMarked;

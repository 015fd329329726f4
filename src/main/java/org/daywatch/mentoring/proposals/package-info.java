/** Which mentor fits which student, and why; and why not the others. Pure. */
@NullMarked
package org.daywatch.mentoring.proposals;

import org.jspecify.annotations.NullMarked;

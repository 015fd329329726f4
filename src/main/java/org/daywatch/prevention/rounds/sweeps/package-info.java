/** The week's door sweep: which weeks have one, and the sheets an auditor reads. */
@NullMarked
package org.daywatch.prevention.rounds.sweeps;

import org.jspecify.annotations.NullMarked;

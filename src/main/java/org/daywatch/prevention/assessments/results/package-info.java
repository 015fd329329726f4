/** What follows from the answers of an assessment: tiers, path timing, what changed since last time. Pure. */
@NullMarked
package org.daywatch.prevention.assessments.results;

import org.jspecify.annotations.NullMarked;

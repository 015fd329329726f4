/** The search for a good lawful roster: the problem compiled to arrays, a greedy start, annealing with ejection chains. */
@NullMarked
package org.daywatch.staffing.rosters.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The search for a good lawful schedule: the problem compiled to arrays, a greedy start, annealing with ejection
 * chains.
 */
@org.springframework.modulith.NamedInterface("engine")
@NullMarked
package org.daywatch.scheduling.engine;

import org.jspecify.annotations.NullMarked;

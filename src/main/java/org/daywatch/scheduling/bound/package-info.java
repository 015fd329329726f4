/**
 * How good a schedule could be at most: a linear program for each market, and a proof of its value that does not lean
 * on the solver. Also the one place where the native library of OR-Tools is loaded.
 */
@org.springframework.modulith.NamedInterface("bound")
@NullMarked
package org.daywatch.scheduling.bound;

import org.jspecify.annotations.NullMarked;

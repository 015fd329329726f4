/**
 * May this officer take that post: one function, used by offers, acceptance, holds, lists and the officer's own screen.
 */
@NullMarked
package org.daywatch.staffing.eligibility;

import org.jspecify.annotations.NullMarked;

/** The pages of the gate: a few questions, the answer, and what principals decided otherwise. */
@NullMarked
package org.daywatch.restorative.gate.pages;

import org.jspecify.annotations.NullMarked;

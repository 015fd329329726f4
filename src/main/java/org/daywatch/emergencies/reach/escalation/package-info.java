/** Whom the screens did not reach gets a message: which way next, until when, and what became of it. */
@NullMarked
package org.daywatch.emergencies.reach.escalation;

import org.jspecify.annotations.NullMarked;

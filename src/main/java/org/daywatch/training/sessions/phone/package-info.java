/** Lessons on a phone that has no connection: what it keeps of them, and what was tapped, sent later with its times. */
@NullMarked
package org.daywatch.training.sessions.phone;

import org.jspecify.annotations.NullMarked;

/** A meeting of those whom harm or a quarrel is about: its states and what is done about it. Pure. */
@NullMarked
package org.daywatch.restorative.conferences;

import org.jspecify.annotations.NullMarked;

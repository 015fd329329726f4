/** Somebody is made to say that it is over: the agreed word, and what they read from then on. */
@NullMarked
package org.daywatch.emergencies.alerts.duress;

import org.jspecify.annotations.NullMarked;

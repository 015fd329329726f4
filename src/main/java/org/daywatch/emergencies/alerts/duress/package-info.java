/** Somebody is made to say that it is over: the agreed word, and who learns of it. */
@NullMarked
package org.daywatch.emergencies.alerts.duress;

import org.jspecify.annotations.NullMarked;

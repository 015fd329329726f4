/** Incidents: what people do about an alert, who commands, what was written down, and when. */
@NullMarked
package org.daywatch.emergencies.incidents;

import org.jspecify.annotations.NullMarked;

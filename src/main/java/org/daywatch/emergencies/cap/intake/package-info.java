/** CAP messages of others, taken in as information for the schools they concern. Nothing here raises an alert. */
@NullMarked
package org.daywatch.emergencies.cap.intake;

import org.jspecify.annotations.NullMarked;

/** Who must be one of the two that end an alert. */
@NullMarked
package org.daywatch.emergencies.alerts.ending;

import org.jspecify.annotations.NullMarked;

/** What every open page of a school shows of an alert, within a second. */
@NullMarked
package org.daywatch.emergencies.alerts.screen;

import org.jspecify.annotations.NullMarked;

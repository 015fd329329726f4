/** Alerts as a list, and one alert with what its reader can do about it. */
@NullMarked
package org.daywatch.emergencies.alerts.pages;

import org.jspecify.annotations.NullMarked;

/** Alerts: what a school is told to do, by whom, and how it ends, also where somebody is made to end it. */
@NullMarked
package org.daywatch.emergencies.alerts;

import org.jspecify.annotations.NullMarked;

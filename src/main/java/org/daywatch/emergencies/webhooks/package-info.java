/** Addresses outside that hear of incidents: told in order, signed, tried again, and never in the way of an alert. */
@NullMarked
package org.daywatch.emergencies.webhooks;

import org.jspecify.annotations.NullMarked;

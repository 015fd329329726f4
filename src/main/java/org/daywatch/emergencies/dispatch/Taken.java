package org.daywatch.emergencies.dispatch;

import java.time.Instant;

/**
 * A message about something real that a 911 center answered with 2xx.
 *
 * @param receiver as its organization calls it
 * @param action name of what the school was told by then; empty for an incident without an alert
 * @param saidAt since when that was true
 */
record Taken(String receiver, String action, String detail, Instant saidAt, Instant takenAt) {}

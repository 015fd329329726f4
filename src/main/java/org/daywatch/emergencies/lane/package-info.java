/**
 * The alert lane: its own port, threads and durable log, so that a press is accepted whatever happens to the pages and
 * the database.
 */
@NullMarked
package org.daywatch.emergencies.lane;

import org.jspecify.annotations.NullMarked;

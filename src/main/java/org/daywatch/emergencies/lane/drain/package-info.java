/** From the durable log into PostgreSQL. */
@NullMarked
package org.daywatch.emergencies.lane.drain;

import org.jspecify.annotations.NullMarked;

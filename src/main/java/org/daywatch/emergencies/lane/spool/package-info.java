/** The lane's durable log: lines on disk before anybody is told "accepted". */
@NullMarked
package org.daywatch.emergencies.lane.spool;

import org.jspecify.annotations.NullMarked;

/** The lane's own door: presses, acknowledgments, streams. */
@NullMarked
package org.daywatch.emergencies.lane.http;

import org.jspecify.annotations.NullMarked;

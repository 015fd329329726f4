/** Open alert screens: one shared buffer per event, a bounded queue per reader. */
@NullMarked
package org.daywatch.emergencies.lane.streams;

import org.jspecify.annotations.NullMarked;

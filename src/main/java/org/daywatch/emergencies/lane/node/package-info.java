/** A process that only keeps alert screens open. */
@NullMarked
package org.daywatch.emergencies.lane.node;

import org.jspecify.annotations.NullMarked;

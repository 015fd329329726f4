/** How the lane is, for whoever keeps the house running. */
@NullMarked
package org.daywatch.emergencies.lane.operations;

import org.jspecify.annotations.NullMarked;

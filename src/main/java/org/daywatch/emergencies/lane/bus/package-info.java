/** What the nodes of one installation tell each other. */
@NullMarked
package org.daywatch.emergencies.lane.bus;

import org.jspecify.annotations.NullMarked;

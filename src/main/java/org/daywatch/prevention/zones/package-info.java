/** The parts of a school that are walked and counted by themselves. */
@NullMarked
package org.daywatch.prevention.zones;

import org.jspecify.annotations.NullMarked;

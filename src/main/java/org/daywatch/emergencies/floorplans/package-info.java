/** The site plan of a school as a live picture of one alert: where it was pressed, and how each room is. */
@NullMarked
package org.daywatch.emergencies.floorplans;

import org.jspecify.annotations.NullMarked;

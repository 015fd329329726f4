/** Photos of an incident, without what the camera wrote into them. */
@NullMarked
package org.daywatch.emergencies.incidents.photos;

import org.jspecify.annotations.NullMarked;

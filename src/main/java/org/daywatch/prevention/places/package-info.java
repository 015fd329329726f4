/** At which schools somebody walks, assesses and follows up, and what every form of this room has in common. */
@NullMarked
package org.daywatch.prevention.places;

import org.jspecify.annotations.NullMarked;

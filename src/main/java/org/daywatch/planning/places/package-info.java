/** At which schools somebody plans and reads. */
@NullMarked
package org.daywatch.planning.places;

import org.jspecify.annotations.NullMarked;

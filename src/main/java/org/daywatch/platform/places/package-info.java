/** Where things are: the middles of ZIP codes, and the states they belong to. */
@org.springframework.modulith.NamedInterface("places")
@NullMarked
package org.daywatch.platform.places;

import org.jspecify.annotations.NullMarked;

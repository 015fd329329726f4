/** The first screen of a counselor: what waits for them, of all that this room holds. */
@NullMarked
package org.daywatch.relationships.helping;

import org.jspecify.annotations.NullMarked;

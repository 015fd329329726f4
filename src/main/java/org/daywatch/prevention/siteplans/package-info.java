/** Where something stands on a site plan of its school: one part for whatever is placed there. */
@NullMarked
package org.daywatch.prevention.siteplans;

import org.jspecify.annotations.NullMarked;

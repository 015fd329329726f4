/** Open posts as an officer sees them, and how one of them becomes theirs: by their own act. */
@NullMarked
package org.daywatch.staffing.offers;

import org.jspecify.annotations.NullMarked;

/** Why this officer, why not that one, and what it would take: read from the rules themselves, with their figures. */
@NullMarked
package org.daywatch.staffing.rosters.explain;

import org.jspecify.annotations.NullMarked;

/** Who sends: tokens that are checked without a database. */
@NullMarked
package org.daywatch.emergencies.lane.tokens;

import org.jspecify.annotations.NullMarked;

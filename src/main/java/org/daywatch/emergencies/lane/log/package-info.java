/** Where the lane accepts: on disk first, then heard, then answered, then on its way into PostgreSQL. */
@NullMarked
package org.daywatch.emergencies.lane.log;

import org.jspecify.annotations.NullMarked;

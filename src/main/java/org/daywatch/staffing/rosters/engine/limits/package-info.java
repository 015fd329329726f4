/** What fixed hours leave an officer, and which limits are asked again with every seat: the rules of one officer, compiled. */
@NullMarked
package org.daywatch.staffing.rosters.engine.limits;

import org.jspecify.annotations.NullMarked;

/** The campus walked without a connection: what a phone keeps for it, and what it sends afterward, once. */
@NullMarked
package org.daywatch.prevention.assessments.walk.offline;

import org.jspecify.annotations.NullMarked;

/** Who sits on a school's safety team, and which seats law and programme demand. */
@NullMarked
package org.daywatch.planning.meetings.team;

import org.jspecify.annotations.NullMarked;

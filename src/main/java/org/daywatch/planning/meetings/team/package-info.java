/** Who sits on a school's safety team, and which seats law and program demand. */
@NullMarked
package org.daywatch.planning.meetings.team;

import org.jspecify.annotations.NullMarked;

/** Meetings of safety teams: called, held with or without quorum, their minutes approved. */
@NullMarked
package org.daywatch.planning.meetings;

import org.jspecify.annotations.NullMarked;

/** What a roster is made from and what comes out: the files of docs/formats/roster.md as records, without any I/O of the room. */
@NullMarked
package org.daywatch.staffing.rosters.problem;

import org.jspecify.annotations.NullMarked;

/**
 * What a schedule is made from and what comes out: the files of docs/formats/roster.md as records, without any I/O of
 * the room.
 */
@org.springframework.modulith.NamedInterface("problem")
@NullMarked
package org.daywatch.scheduling.problem;

import org.jspecify.annotations.NullMarked;

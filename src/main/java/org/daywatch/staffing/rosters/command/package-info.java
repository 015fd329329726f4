/** {@code daywatch roster …}: files in, files out, no installation. */
@org.springframework.modulith.NamedInterface("rosters")
@NullMarked
package org.daywatch.staffing.rosters.command;

import org.jspecify.annotations.NullMarked;

/** {@code daywatch streams}: a process that only keeps alert screens open. */
@NamedInterface("streams")
@NullMarked
package org.daywatch.emergencies.lane.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** {@code daywatch cap …} */
@NamedInterface("command")
@NullMarked
package org.daywatch.emergencies.cap.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

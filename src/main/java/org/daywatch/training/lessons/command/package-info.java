/** {@code daywatch lesson …} */
@NamedInterface("command")
@NullMarked
package org.daywatch.training.lessons.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

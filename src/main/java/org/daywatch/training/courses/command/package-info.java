/** {@code daywatch course …} */
@NamedInterface("course-command")
@NullMarked
package org.daywatch.training.courses.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** {@code daywatch exports …} */
@NullMarked
@NamedInterface("exports command")
package org.daywatch.directory.canaries.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

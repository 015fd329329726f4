/** {@code daywatch tips …} */
@NullMarked
@NamedInterface("command")
package org.daywatch.relationships.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

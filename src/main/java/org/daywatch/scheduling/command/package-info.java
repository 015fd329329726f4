/** {@code daywatch roster …}: files in, files out, no installation. */
@org.springframework.modulith.NamedInterface("command")
@NullMarked
package org.daywatch.scheduling.command;

import org.jspecify.annotations.NullMarked;

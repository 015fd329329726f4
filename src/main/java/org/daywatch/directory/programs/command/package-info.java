/** {@code daywatch program}: programs on the command line, without an installation. */
@org.springframework.modulith.NamedInterface("program command")
@NullMarked
package org.daywatch.directory.programs.command;

import org.jspecify.annotations.NullMarked;

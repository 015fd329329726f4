/** Imports on the command line, with a report for people or for machines. */
@org.springframework.modulith.NamedInterface("commands")
@NullMarked
package org.daywatch.directory.imports.command;

import org.jspecify.annotations.NullMarked;

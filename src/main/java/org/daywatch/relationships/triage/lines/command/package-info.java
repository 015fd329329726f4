/** Taking in a file of a state's tip line, on the command line. */
@NullMarked
package org.daywatch.relationships.triage.lines.command;

import org.jspecify.annotations.NullMarked;

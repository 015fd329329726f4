/** {@code daywatch instrument …} on the command line. */
@org.springframework.modulith.NamedInterface("instrument command")
@NullMarked
package org.daywatch.prevention.instruments.command;

import org.jspecify.annotations.NullMarked;

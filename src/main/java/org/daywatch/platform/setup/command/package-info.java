/** The set-up on the command line. */
@org.springframework.modulith.NamedInterface("setup command")
@NullMarked
package org.daywatch.platform.setup.command;

import org.jspecify.annotations.NullMarked;

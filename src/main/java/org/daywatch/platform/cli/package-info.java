/** The command line. */
@org.springframework.modulith.NamedInterface("cli")
@NullMarked
package org.daywatch.platform.cli;

import org.jspecify.annotations.NullMarked;

/** The last way in for an administrator, on the command line. */
@org.springframework.modulith.NamedInterface("administrator command")
@NullMarked
package org.daywatch.platform.identity.recovery.command;

import org.jspecify.annotations.NullMarked;

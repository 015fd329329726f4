/** The set-up on the command line. */
@NullMarked
package org.daywatch.platform.setup.command;

import org.jspecify.annotations.NullMarked;

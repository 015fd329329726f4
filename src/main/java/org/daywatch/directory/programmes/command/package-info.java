/** {@code daywatch programme}: programmes on the command line, without an installation. */
@org.springframework.modulith.NamedInterface("programme command")
@NullMarked
package org.daywatch.directory.programmes.command;

import org.jspecify.annotations.NullMarked;

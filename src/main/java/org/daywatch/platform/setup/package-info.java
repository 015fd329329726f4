/** Setting up an agency: one page of steps, each contributed by the room that knows whether it is done. */
@org.springframework.modulith.NamedInterface("setup")
@NullMarked
package org.daywatch.platform.setup;

import org.jspecify.annotations.NullMarked;

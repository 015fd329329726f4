/** Ports that are opened beside the web server's: which one, over which certificate, and how patient they are. */
@org.springframework.modulith.NamedInterface("listening")
@NullMarked
package org.daywatch.platform.listening;

import org.jspecify.annotations.NullMarked;

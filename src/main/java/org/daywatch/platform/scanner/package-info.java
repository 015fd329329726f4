/** What people upload, shown to a virus scanner before anything of it is kept; where none is named, to nobody. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package org.daywatch.platform.scanner;

import org.jspecify.annotations.NullMarked;

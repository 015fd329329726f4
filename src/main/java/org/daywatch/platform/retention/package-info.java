/** How long which record is kept, and what forgets it afterward. */
@org.springframework.modulith.NamedInterface("retention")
@NullMarked
package org.daywatch.platform.retention;

import org.jspecify.annotations.NullMarked;

/** Windows, days and the one clock. */
@org.springframework.modulith.NamedInterface("time")
@NullMarked
package org.daywatch.platform.time;

import org.jspecify.annotations.NullMarked;

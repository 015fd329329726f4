/** One clock, windows of time, and what a wall clock means on a given day in a given zone. */
@org.springframework.modulith.NamedInterface("time")
@org.jspecify.annotations.NullMarked
package org.daywatch.platform.time;

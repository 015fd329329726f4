/** Facts, decisions and refusals. */
@org.springframework.modulith.NamedInterface("events")
@NullMarked
package org.daywatch.platform.events;

import org.jspecify.annotations.NullMarked;

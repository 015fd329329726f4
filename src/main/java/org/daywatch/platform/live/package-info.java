/** Open screens hear that something changed, and fetch it. */
@org.springframework.modulith.NamedInterface("live")
@NullMarked
package org.daywatch.platform.live;

import org.jspecify.annotations.NullMarked;

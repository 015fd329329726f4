/** One field that finds across all rooms; each room answers for its own things. */
@org.springframework.modulith.NamedInterface("search")
@NullMarked
package org.daywatch.platform.search;

import org.jspecify.annotations.NullMarked;

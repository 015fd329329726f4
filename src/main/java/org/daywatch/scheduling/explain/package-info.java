/** Why this officer, why not that one, and what it would take: read from the rules themselves, with their figures. */
@org.springframework.modulith.NamedInterface("explain")
@NullMarked
package org.daywatch.scheduling.explain;

import org.jspecify.annotations.NullMarked;

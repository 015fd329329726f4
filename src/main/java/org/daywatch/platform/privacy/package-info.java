/** Counts of few: what is not shown, and what else is not, so that nobody computes it. */
@org.springframework.modulith.NamedInterface("privacy")
@NullMarked
package org.daywatch.platform.privacy;

import org.jspecify.annotations.NullMarked;

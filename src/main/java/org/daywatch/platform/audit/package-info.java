/** The chained record of what was done. */
@org.springframework.modulith.NamedInterface("audit")
@NullMarked
package org.daywatch.platform.audit;

import org.jspecify.annotations.NullMarked;

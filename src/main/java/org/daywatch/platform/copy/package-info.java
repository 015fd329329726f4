/**
 * A copy that was restored to be looked at: it speaks to nobody until somebody says that it takes the original's place.
 */
@org.springframework.modulith.NamedInterface("copy")
@NullMarked
package org.daywatch.platform.copy;

import org.jspecify.annotations.NullMarked;

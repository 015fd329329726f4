/** Whose rows the current work may see. */
@org.springframework.modulith.NamedInterface("tenancy")
@NullMarked
package org.daywatch.platform.tenancy;

import org.jspecify.annotations.NullMarked;

/** Who may read what is written about a child: one rule for tips, concerns and care, apart from rows and pages. */
@org.springframework.modulith.NamedInterface("access")
@NullMarked
package org.daywatch.platform.access;

import org.jspecify.annotations.NullMarked;

/** Forms and reports on letter paper, as PDF. */
@org.springframework.modulith.NamedInterface("paper")
@NullMarked
package org.daywatch.platform.paper;

import org.jspecify.annotations.NullMarked;

/** An award worked out again from its record alone. */
@org.springframework.modulith.NamedInterface("awards")
@NullMarked
package org.daywatch.staffing.awards.replay;

import org.jspecify.annotations.NullMarked;

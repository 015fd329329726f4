/** The pages of school years and bells, with what a change would do before it is done. */
@org.springframework.modulith.NamedInterface("years")
@NullMarked
package org.daywatch.directory.years;

import org.jspecify.annotations.NullMarked;

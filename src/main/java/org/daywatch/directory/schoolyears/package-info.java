/** The pages of school years and bells, with what a change would do before it is done. */
@org.springframework.modulith.NamedInterface("schoolyears")
@NullMarked
package org.daywatch.directory.schoolyears;

import org.jspecify.annotations.NullMarked;

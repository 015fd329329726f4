/** Who is not let in at a school or in a whole district: why, on whose word, from when to when. */
@NullMarked
package org.daywatch.directory.visitors.barred;

import org.jspecify.annotations.NullMarked;

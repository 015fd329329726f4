/** The districts of an agency's program: added by hand or by a list of schools, and what each still lacks. */
@NullMarked
package org.daywatch.directory.districts;

import org.jspecify.annotations.NullMarked;

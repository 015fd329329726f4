/** Officers and their hours from files: department lists, duty rosters, leave and court dates. */
@NullMarked
package org.daywatch.staffing.imports;

import org.jspecify.annotations.NullMarked;

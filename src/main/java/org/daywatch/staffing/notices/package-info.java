/** Which fact is told to whom, in which words; and which open screens it rings. */
@NullMarked
package org.daywatch.staffing.notices;

import org.jspecify.annotations.NullMarked;

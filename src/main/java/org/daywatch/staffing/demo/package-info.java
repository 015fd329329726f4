/** Staffing's part of the demonstration. */
@NullMarked
package org.daywatch.staffing.demo;

import org.jspecify.annotations.NullMarked;

/** Staffing's part of setting up: departments, terms, officers, the first posts. */
@NullMarked
package org.daywatch.staffing.setup;

import org.jspecify.annotations.NullMarked;

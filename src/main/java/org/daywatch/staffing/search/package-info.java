/** What staffing lets people find. */
@NullMarked
package org.daywatch.staffing.search;

import org.jspecify.annotations.NullMarked;

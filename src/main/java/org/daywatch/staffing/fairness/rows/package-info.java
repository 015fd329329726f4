/** The rows behind an officer's figures on the fairness page. */
@NullMarked
package org.daywatch.staffing.fairness.rows;

import org.jspecify.annotations.NullMarked;

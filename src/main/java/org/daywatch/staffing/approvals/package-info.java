/**
 * The department's word that one officer may go beyond one limit: asked for, given with numbers and an end, taken back.
 */
@NullMarked
package org.daywatch.staffing.approvals;

import org.jspecify.annotations.NullMarked;

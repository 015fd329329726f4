/**
 * Screens of coverage: the board and its week, printed sheets, a post in detail, the school's today, a district's
 * schools.
 */
@NullMarked
package org.daywatch.staffing.board;

import org.jspecify.annotations.NullMarked;

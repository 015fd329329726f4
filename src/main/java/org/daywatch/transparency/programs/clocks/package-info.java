/**
 * What must be answered by a moment: a report, a notice, an agreement, an audit; who is warned and to whom it goes when
 * it is late.
 */
@NullMarked
package org.daywatch.transparency.programs.clocks;

import org.jspecify.annotations.NullMarked;

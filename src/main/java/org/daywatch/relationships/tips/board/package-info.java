/** What everybody at the door may read of what became of tips: sums that fit no single case. */
@NullMarked
package org.daywatch.relationships.tips.board;

import org.jspecify.annotations.NullMarked;

/**
 * Nobody can simply come: who could, if one other moved. The schedule engine proposes; each moves by their own act or
 * not at all.
 */
@NullMarked
package org.daywatch.staffing.replacement.moves;

import org.jspecify.annotations.NullMarked;

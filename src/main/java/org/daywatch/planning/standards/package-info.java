/** What states demand of an operations plan, checked with evidence: met, not met, or unknown; never guessed. */
@NullMarked
package org.daywatch.planning.standards;

import org.jspecify.annotations.NullMarked;

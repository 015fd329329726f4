/** What is to be done better, until somebody else has verified it. */
@NullMarked
package org.daywatch.planning.improvements;

import org.jspecify.annotations.NullMarked;

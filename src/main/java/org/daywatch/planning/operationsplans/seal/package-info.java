/** The seal on what an operations plan says: opened with a reason, for a while, and its owner is told. */
@NullMarked
package org.daywatch.planning.operationsplans.seal;

import org.jspecify.annotations.NullMarked;

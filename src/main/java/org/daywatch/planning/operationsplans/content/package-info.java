/** What an operations plan says, how its risks are ranked, what two editions differ in: pure, without a database. */
@NullMarked
package org.daywatch.planning.operationsplans.content;

import org.jspecify.annotations.NullMarked;

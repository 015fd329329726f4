/** The pages of operations plans: how every school stands, the cover of a plan, what it says, and writing it. */
@NullMarked
package org.daywatch.planning.operationsplans.pages;

import org.jspecify.annotations.NullMarked;

/** Emergency operations plans of schools: written in six steps, approved by somebody else, reviewed every year. */
@NullMarked
package org.daywatch.planning.operationsplans;

import org.jspecify.annotations.NullMarked;

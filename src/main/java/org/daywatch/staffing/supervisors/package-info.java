/**
 * Where several officers stand together, somebody leads them: how many supervisors a department's rule asks for, and
 * how many have accepted.
 */
@NullMarked
package org.daywatch.staffing.supervisors;

import org.jspecify.annotations.NullMarked;

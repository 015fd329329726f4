/** Who is told of findings, and what of them waits on whose first screen. */
@NullMarked
package org.daywatch.prevention.findings.reminders;

import org.jspecify.annotations.NullMarked;

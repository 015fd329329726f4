/** What was learned: measured times, what worked, what is to be improved, and how much a school was alerted. */
@NullMarked
package org.daywatch.emergencies.aftermath;

import org.jspecify.annotations.NullMarked;

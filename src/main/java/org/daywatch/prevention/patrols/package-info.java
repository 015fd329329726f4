/**
 * How a school is walked: every part each week, more where and when things happen, never in the order of the day
 * before.
 */
@NullMarked
package org.daywatch.prevention.patrols;

import org.jspecify.annotations.NullMarked;

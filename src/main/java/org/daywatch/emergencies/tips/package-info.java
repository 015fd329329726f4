/**
 * What somebody outside says about danger at a school. It is held against what the school knows, told once, and decided
 * by people; nothing here raises an alert.
 */
@NullMarked
package org.daywatch.emergencies.tips;

import org.jspecify.annotations.NullMarked;

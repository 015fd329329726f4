/** Presses that were refused, shown as attempts nobody has verified. */
@NullMarked
package org.daywatch.emergencies.devices.attempts;

import org.jspecify.annotations.NullMarked;

/** A device presses and acknowledges for its owner by a key of its own, and reads nothing. */
@NullMarked
package org.daywatch.emergencies.devices.keys;

import org.jspecify.annotations.NullMarked;

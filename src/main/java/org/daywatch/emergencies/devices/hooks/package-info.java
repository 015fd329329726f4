/** Wearables and desk buttons of others press by a signed message. */
@NullMarked
package org.daywatch.emergencies.devices.hooks;

import org.jspecify.annotations.NullMarked;

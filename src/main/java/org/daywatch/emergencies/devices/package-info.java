/**
 * Ways to press without a signed-in page: keys of devices, hooks of desk buttons and wearables, the installed page of a
 * phone.
 */
@NullMarked
package org.daywatch.emergencies.devices;

import org.jspecify.annotations.NullMarked;

/** The page with the buttons: for whoever presses with a browser, also one that runs no script. */
@NullMarked
package org.daywatch.emergencies.alerts.press;

import org.jspecify.annotations.NullMarked;

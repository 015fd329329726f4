/** Cards on paper: printed with number and letters, and typed in when the power is back. */
@NullMarked
package org.daywatch.emergencies.reunification.paper;

import org.jspecify.annotations.NullMarked;

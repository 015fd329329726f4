/** Which standards of its state the emergency plan of a school meets, as the planning room told it. */
@NullMarked
package org.daywatch.transparency.programs.standards;

import org.jspecify.annotations.NullMarked;

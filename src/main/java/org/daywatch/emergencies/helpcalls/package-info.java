/** A call for help as its caller sees it: accepted, seen by whom, who is on the way. */
@NullMarked
package org.daywatch.emergencies.helpcalls;

import org.jspecify.annotations.NullMarked;

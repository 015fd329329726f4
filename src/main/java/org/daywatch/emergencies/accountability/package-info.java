/**
 * Where everybody is: rosters, what each adult reports, and the roll-up with exceptions first. Unknown is never safe.
 */
@org.springframework.modulith.NamedInterface("accountability")
@NullMarked
package org.daywatch.emergencies.accountability;

import org.jspecify.annotations.NullMarked;

/** Who learns at once what was done at a reunification. */
@NullMarked
package org.daywatch.emergencies.reunification.notices;

import org.jspecify.annotations.NullMarked;

/** How people felt after a drill about an attack: one question, numbers only, nobody named and nobody scored. */
@NullMarked
package org.daywatch.planning.drills.pulse;

import org.jspecify.annotations.NullMarked;

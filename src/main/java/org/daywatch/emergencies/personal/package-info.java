/** What this room keeps about people, for them. */
@NullMarked
package org.daywatch.emergencies.personal;

import org.jspecify.annotations.NullMarked;

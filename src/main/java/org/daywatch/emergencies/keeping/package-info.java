/** What this room keeps about people, for them. */
@NullMarked
package org.daywatch.emergencies.keeping;

import org.jspecify.annotations.NullMarked;

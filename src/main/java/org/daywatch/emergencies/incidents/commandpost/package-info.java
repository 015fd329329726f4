/** How units that arrive reach the person who commands, and where they stand. */
@NullMarked
package org.daywatch.emergencies.incidents.commandpost;

import org.jspecify.annotations.NullMarked;

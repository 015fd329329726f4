/** How units that arrive reach whoever commands, and where he stands. */
@NullMarked
package org.daywatch.emergencies.incidents.commandpost;

import org.jspecify.annotations.NullMarked;

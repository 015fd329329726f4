/** How the scripted years are lived: each thing that happens in them, done with the commands people do it with. */
@NullMarked
package org.daywatch.journeys.year.lived;

import org.jspecify.annotations.NullMarked;

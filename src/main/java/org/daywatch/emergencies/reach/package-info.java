/** Who was reached by an alert, person by person: on open screens, and by messages where screens were dark. */
@NullMarked
package org.daywatch.emergencies.reach;

import org.jspecify.annotations.NullMarked;

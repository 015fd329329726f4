/** Whom a name means: students with like names are shown side by side before anybody is looked for. */
@NullMarked
package org.daywatch.emergencies.incidents.identity;

import org.jspecify.annotations.NullMarked;

/** Web Push: encrypted for one browser, carrying nothing but an id. */
@NullMarked
package org.daywatch.emergencies.reach.push;

import org.jspecify.annotations.NullMarked;

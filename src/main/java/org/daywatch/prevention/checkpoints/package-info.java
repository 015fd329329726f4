/**
 * What rounds look at: doors, gates, locks, cameras, radios, with a label to scan and a day until which each is looked
 * at again.
 */
@NullMarked
package org.daywatch.prevention.checkpoints;

import org.jspecify.annotations.NullMarked;

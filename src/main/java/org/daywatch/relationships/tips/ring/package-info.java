/**
 * Where a tip stands between its arrival and the end of its quarter hour, so that nothing on the disk says when it
 * came.
 */
@NullMarked
package org.daywatch.relationships.tips.ring;

import org.jspecify.annotations.NullMarked;

/**
 * Assessment instruments: what is looked at on a campus, as versioned data; ours is shipped, a district may load
 * others.
 */
@NullMarked
package org.daywatch.prevention.instruments;

import org.jspecify.annotations.NullMarked;

/** What the demonstration tells of programmes: clocks that run and one that was answered. */
@NullMarked
package org.daywatch.transparency.programmes.demo;

import org.jspecify.annotations.NullMarked;

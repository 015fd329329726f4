/** Pages of programmes: the first screen of each state, one school, one funded post, one officer, and the lines behind a figure. */
@NullMarked
package org.daywatch.transparency.programmes.screens;

import org.jspecify.annotations.NullMarked;

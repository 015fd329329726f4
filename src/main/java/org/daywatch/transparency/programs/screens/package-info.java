/**
 * Pages of programs: the first screen of each state, one school, one funded post, one officer, and the lines behind a
 * figure.
 */
@NullMarked
package org.daywatch.transparency.programs.screens;

import org.jspecify.annotations.NullMarked;

/**
 * What a class learned: matched answers before, after and weeks later, with intervals, and what the figures do not
 * show.
 */
@NullMarked
package org.daywatch.training.effects;

import org.jspecify.annotations.NullMarked;

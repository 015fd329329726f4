/** Giving a shift back: until when by oneself, and how after it. */
@NullMarked
package org.daywatch.staffing.calloffs;

import org.jspecify.annotations.NullMarked;

/** Conferences as they are stored, entered, led and remembered. */
@NullMarked
package org.daywatch.restorative.repair;

import org.jspecify.annotations.NullMarked;

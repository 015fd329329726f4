/**
 * The log of one officer at one school in one week: read, signed by both, locked, and opened again when what was signed
 * has changed.
 */
@NullMarked
package org.daywatch.transparency.activitylog.weeks;

import org.jspecify.annotations.NullMarked;

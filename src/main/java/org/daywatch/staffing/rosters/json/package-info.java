/** Strict reading of JSON files: every value knows its line and its path, and every fault is named with both. */
@NullMarked
package org.daywatch.staffing.rosters.json;

import org.jspecify.annotations.NullMarked;

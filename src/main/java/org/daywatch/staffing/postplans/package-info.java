/**
 * From calendars, bells, margins and requests to the posts there should be, and what a change would do to those there
 * are.
 */
@NullMarked
package org.daywatch.staffing.postplans;

import org.jspecify.annotations.NullMarked;

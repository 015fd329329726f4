/** The officer's file: who they are, what they hold, when they may be asked, where they are not wanted. */
@NullMarked
package org.daywatch.staffing.officers;

import org.jspecify.annotations.NullMarked;

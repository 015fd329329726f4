/** The officer's file: who he is, what he holds, when he may be asked, where he is not wanted. */
@NullMarked
package org.daywatch.staffing.officers;

import org.jspecify.annotations.NullMarked;

/** Schools that do not want an officer: the reason, their appeal, the agency's decision. */
@NullMarked
package org.daywatch.staffing.blocks;

import org.jspecify.annotations.NullMarked;

/** The audit record as a list for those who may read it. */
@NullMarked
package org.daywatch.platform.audit.browse;

import org.jspecify.annotations.NullMarked;

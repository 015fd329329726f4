/** A form that is sent twice is acted upon once. */
@NullMarked
package org.daywatch.platform.web.again;

import org.jspecify.annotations.NullMarked;

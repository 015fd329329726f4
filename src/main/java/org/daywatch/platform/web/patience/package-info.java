/** How long a request may take to come: the web port's own watch over whoever sends a byte now and then. */
@NullMarked
package org.daywatch.platform.web.patience;

import org.jspecify.annotations.NullMarked;

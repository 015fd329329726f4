/** The first administrator of a new installation. */
@NullMarked
package org.daywatch.platform.identity.founding;

import org.jspecify.annotations.NullMarked;

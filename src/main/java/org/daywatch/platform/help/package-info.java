/** Help for each page, in plain sentences. */
@NullMarked
package org.daywatch.platform.help;

import org.jspecify.annotations.NullMarked;

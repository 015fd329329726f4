/** How long planning keeps what. */
@NullMarked
package org.daywatch.planning.personal;

import org.jspecify.annotations.NullMarked;

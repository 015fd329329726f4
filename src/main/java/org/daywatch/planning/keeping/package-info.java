/** How long planning keeps what. */
@NullMarked
package org.daywatch.planning.keeping;

import org.jspecify.annotations.NullMarked;

/** A school's position on a map. */
@NullMarked
package org.daywatch.directory.sites.map;

import org.jspecify.annotations.NullMarked;

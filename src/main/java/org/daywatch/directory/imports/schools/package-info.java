/** A list of schools of one's own, for whoever has no national list. */
@NullMarked
package org.daywatch.directory.imports.schools;

import org.jspecify.annotations.NullMarked;

/** The national list of public schools, as a user downloads it. */
@NullMarked
package org.daywatch.directory.imports.nces;

import org.jspecify.annotations.NullMarked;

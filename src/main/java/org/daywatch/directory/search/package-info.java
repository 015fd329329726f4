/** What the directory lets people find. */
@NullMarked
package org.daywatch.directory.search;

import org.jspecify.annotations.NullMarked;

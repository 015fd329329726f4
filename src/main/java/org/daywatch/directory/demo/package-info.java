/** The directory's part of the demonstration. */
@NullMarked
package org.daywatch.directory.demo;

import org.jspecify.annotations.NullMarked;

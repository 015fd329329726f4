/** Planning in the demonstration. */
@NullMarked
package org.daywatch.planning.demo;

import org.jspecify.annotations.NullMarked;

/** What the demonstration tells of planning. */
@NullMarked
package org.daywatch.planning.demo;

import org.jspecify.annotations.NullMarked;

/** What the demonstration shows of logs and programmes. */
@NullMarked
package org.daywatch.transparency.demo;

import org.jspecify.annotations.NullMarked;

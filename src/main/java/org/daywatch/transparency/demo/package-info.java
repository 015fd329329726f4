/** What the demonstration shows of logs and programs. */
@NullMarked
package org.daywatch.transparency.demo;

import org.jspecify.annotations.NullMarked;

/** What the demonstration shows of prevention. */
@NullMarked
package org.daywatch.prevention.demo;

import org.jspecify.annotations.NullMarked;

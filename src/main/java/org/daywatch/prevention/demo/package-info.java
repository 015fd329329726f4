/** Prevention in the demonstration. */
@NullMarked
package org.daywatch.prevention.demo;

import org.jspecify.annotations.NullMarked;

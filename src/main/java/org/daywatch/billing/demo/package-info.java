/** The room's chapter of the demonstration. */
@NullMarked
package org.daywatch.billing.demo;

import org.jspecify.annotations.NullMarked;

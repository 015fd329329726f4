/** What is promised at a conference, and what no promise may be. Pure. */
@NullMarked
package org.daywatch.restorative.agreements;

import org.jspecify.annotations.NullMarked;

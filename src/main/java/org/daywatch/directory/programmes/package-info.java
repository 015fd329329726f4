/** Programme rules: value, unit, scope, from when until when, and from where. */
@NullMarked
package org.daywatch.directory.programmes;

import org.jspecify.annotations.NullMarked;

/**
 * A device at the door at which visitors sign in: paired once by a code from the office, with a secret of its own and
 * no session of anybody.
 */
@NullMarked
package org.daywatch.directory.visitors.kiosk;

import org.jspecify.annotations.NullMarked;

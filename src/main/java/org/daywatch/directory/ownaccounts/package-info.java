/**
 * A student's own account: one page on which student and parents read what was recorded, done and read, and holding it
 * back from parents.
 */
@org.springframework.modulith.NamedInterface("ownaccounts")
@NullMarked
package org.daywatch.directory.ownaccounts;

import org.jspecify.annotations.NullMarked;

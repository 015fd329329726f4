/** Visitors of a school: signed in at the front desk, given a badge, signed out. */
@org.springframework.modulith.NamedInterface("visitors")
@NullMarked
package org.daywatch.directory.visitors;

import org.jspecify.annotations.NullMarked;

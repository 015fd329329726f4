/**
 * Students, classes and their adults as the district's roster has them, and when each class meets. Never shown to the
 * agency.
 */
@org.springframework.modulith.NamedInterface("rosters")
@NullMarked
package org.daywatch.directory.rosters;

import org.jspecify.annotations.NullMarked;

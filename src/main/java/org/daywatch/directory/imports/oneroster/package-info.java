/**
 * A district's roster as a OneRoster 1.1 or 1.2 CSV package: orgs, sessions, users, classes, enrollments. The agency
 * never sees it.
 */
@NullMarked
package org.daywatch.directory.imports.oneroster;

import org.jspecify.annotations.NullMarked;

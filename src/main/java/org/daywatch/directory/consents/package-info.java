/**
 * Consent of students and of adults with custody, who have no account: asked for, given, withdrawn in one tap, and over
 * on its day.
 */
@org.springframework.modulith.NamedInterface("consents")
@NullMarked
package org.daywatch.directory.consents;

import org.jspecify.annotations.NullMarked;

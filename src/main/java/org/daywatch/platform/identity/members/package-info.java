/** Who belongs to an organization, in which role; what is told and what is refused about people and their ways in. */
@NullMarked
package org.daywatch.platform.identity.members;

import org.jspecify.annotations.NullMarked;

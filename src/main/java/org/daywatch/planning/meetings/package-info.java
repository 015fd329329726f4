/** The pages of safety teams and of their meetings. */
@NullMarked
package org.daywatch.planning.meetings;

import org.jspecify.annotations.NullMarked;

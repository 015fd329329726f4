/** One school in its programs: how it stands now, in the reader's words, and who reads of which. */
@NullMarked
package org.daywatch.transparency.programs.schools;

import org.jspecify.annotations.NullMarked;

/** What meters would read if another rule held: reckoned as they are, and nothing is stored. */
@NullMarked
package org.daywatch.transparency.programs.whatif;

import org.jspecify.annotations.NullMarked;

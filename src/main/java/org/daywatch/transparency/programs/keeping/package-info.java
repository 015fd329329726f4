/** What of programs is forgotten when its time is over, and what is told to whoever asks what is kept of him. */
@NullMarked
package org.daywatch.transparency.programs.keeping;

import org.jspecify.annotations.NullMarked;

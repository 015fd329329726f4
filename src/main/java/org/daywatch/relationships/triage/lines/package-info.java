/** Tips that a state's tip line hands over by file. */
@NullMarked
package org.daywatch.relationships.triage.lines;

import org.jspecify.annotations.NullMarked;

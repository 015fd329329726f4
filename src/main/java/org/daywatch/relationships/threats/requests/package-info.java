/** A parent asks to see, copy or amend the record of a threat assessment of their child; by when, and how it ended. */
@NullMarked
package org.daywatch.relationships.threats.requests;

import org.jspecify.annotations.NullMarked;

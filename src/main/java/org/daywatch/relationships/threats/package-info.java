/** Threat assessment: a team looks at what a student said or did, decides together, and helps. */
@NullMarked
package org.daywatch.relationships.threats;

import org.jspecify.annotations.NullMarked;

/** An operations plan as a document: on paper, and for a word processor. */
@NullMarked
package org.daywatch.planning.export;

import org.jspecify.annotations.NullMarked;

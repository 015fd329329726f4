/** The page of the counts, and its CSV. */
@NullMarked
package org.daywatch.relationships.threats.counts.pages;

import org.jspecify.annotations.NullMarked;

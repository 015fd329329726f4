/** What tips led to, summed up once a week, and how soon those about a life were opened. */
@NullMarked
package org.daywatch.relationships.triage.board;

import org.jspecify.annotations.NullMarked;

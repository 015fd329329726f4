/** Taking in a file of a state's tip line, on a page. */
@NullMarked
package org.daywatch.relationships.triage.lines.pages;

import org.jspecify.annotations.NullMarked;

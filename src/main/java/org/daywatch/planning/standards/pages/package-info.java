/** The checklist of one edition, and the lists of standards it is checked against. */
@NullMarked
package org.daywatch.planning.standards.pages;

import org.jspecify.annotations.NullMarked;

/** On what terms a department's officers work here: in which order it is asked, and what work it forbids. */
@NullMarked
package org.daywatch.staffing.terms;

import org.jspecify.annotations.NullMarked;

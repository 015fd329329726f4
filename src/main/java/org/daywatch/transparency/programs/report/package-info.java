/** What is handed over: the site-visit file, the grant report, coverage by school. */
@NullMarked
package org.daywatch.transparency.programs.report;

import org.jspecify.annotations.NullMarked;

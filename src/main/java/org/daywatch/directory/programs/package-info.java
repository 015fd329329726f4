/** What law, agreements and programs set as numbers: dated, with source, marked where still to be confirmed. */
@NullMarked
package org.daywatch.directory.programs;

import org.jspecify.annotations.NullMarked;

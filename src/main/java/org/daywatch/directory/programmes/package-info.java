/** What law, agreements and programmes set as numbers: dated, with source, marked where still to be confirmed. */
@NullMarked
package org.daywatch.directory.programmes;

import org.jspecify.annotations.NullMarked;

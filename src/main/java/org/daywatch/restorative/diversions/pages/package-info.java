/** Help before exclusion: the list, the begin, one of them step by step, the school year. */
@NullMarked
package org.daywatch.restorative.diversions.pages;

import org.jspecify.annotations.NullMarked;

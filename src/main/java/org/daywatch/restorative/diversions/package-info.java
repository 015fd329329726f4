/** Help before exclusion: what a school offered a student before anybody thought of excluding them, and the answer. */
@NullMarked
package org.daywatch.restorative.diversions;

import org.jspecify.annotations.NullMarked;

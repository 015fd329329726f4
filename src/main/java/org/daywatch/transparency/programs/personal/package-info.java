/**
 * What of programs is forgotten when its time is over, and what is told to the person who asks what is kept of them.
 */
@NullMarked
package org.daywatch.transparency.programs.personal;

import org.jspecify.annotations.NullMarked;

/** What the demonstration tells of programs: clocks that run and one that was answered. */
@NullMarked
package org.daywatch.transparency.programs.demo;

import org.jspecify.annotations.NullMarked;

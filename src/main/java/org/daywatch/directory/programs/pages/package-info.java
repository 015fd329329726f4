/**
 * What programs demand, for people: the list, one program with its numbers, and changing one after seeing what it would
 * change.
 */
@NullMarked
package org.daywatch.directory.programs.pages;

import org.jspecify.annotations.NullMarked;

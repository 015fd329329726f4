/** What programmes demand, for people: the list, one programme with its numbers, and changing one after seeing what it would change. */
@NullMarked
package org.daywatch.directory.programmes.pages;

import org.jspecify.annotations.NullMarked;

/** Comparing what a door serves with what it should, on the command line. */
@NullMarked
package org.daywatch.relationships.tips.page.command;

import org.jspecify.annotations.NullMarked;

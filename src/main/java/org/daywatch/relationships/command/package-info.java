/** What the command line does with tips. */
@NullMarked
package org.daywatch.relationships.command;

import org.jspecify.annotations.NullMarked;

/**
 * What lessons and courses have in common as files: editions in several languages, and the command that checks them.
 */
@NullMarked
package org.daywatch.training.editions.command;

import org.jspecify.annotations.NullMarked;

/** Threads: what the writer of a tip and those who read it say to each other. */
@NullMarked
package org.daywatch.relationships.tips.thread;

import org.jspecify.annotations.NullMarked;

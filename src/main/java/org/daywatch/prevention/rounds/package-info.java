/** Rounds: who walked past which checkpoints, and how each was. */
@NullMarked
package org.daywatch.prevention.rounds;

import org.jspecify.annotations.NullMarked;

/** Ranges of addresses: which of them may be called, and whose word counts. */
@NullMarked
package org.daywatch.emergencies.networks;

import org.jspecify.annotations.NullMarked;

/** Once an hour the house writes to its own door as a phone would, and says so where that does not work. */
@NullMarked
package org.daywatch.relationships.tips.canary;

import org.jspecify.annotations.NullMarked;

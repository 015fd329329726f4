/** The door for tips without a name: a port of its own that knows nothing of who asks. */
@NullMarked
package org.daywatch.relationships.tips.door;

import org.jspecify.annotations.NullMarked;

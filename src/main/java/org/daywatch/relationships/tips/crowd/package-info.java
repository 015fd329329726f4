/** Many tips at once: a small puzzle for phones, a line for whoever has no script, and no look at who asks. */
@NullMarked
package org.daywatch.relationships.tips.crowd;

import org.jspecify.annotations.NullMarked;

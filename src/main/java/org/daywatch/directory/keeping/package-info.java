/** How long this room keeps what it knows about people, and what it tells a person about themselves. */
@NullMarked
package org.daywatch.directory.keeping;

import org.jspecify.annotations.NullMarked;

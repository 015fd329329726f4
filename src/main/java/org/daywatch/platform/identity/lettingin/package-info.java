/** Letting people in: who was invited, how, and what became of it. Rooms that keep people of their own ask here. */
@org.springframework.modulith.NamedInterface("lettingin")
@NullMarked
package org.daywatch.platform.identity.lettingin;

import org.jspecify.annotations.NullMarked;

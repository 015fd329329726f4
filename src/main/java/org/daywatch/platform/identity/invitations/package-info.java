/** Invitations: who was invited, how, and what became of it. Rooms that keep people of their own ask here. */
@org.springframework.modulith.NamedInterface("invitations")
@NullMarked
package org.daywatch.platform.identity.invitations;

import org.jspecify.annotations.NullMarked;

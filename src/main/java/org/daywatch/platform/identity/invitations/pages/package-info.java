/** The page Access and invitations, its section of a set-up file, and slips on paper. */
@org.springframework.modulith.NamedInterface("invitations.pages")
@NullMarked
package org.daywatch.platform.identity.invitations.pages;

import org.jspecify.annotations.NullMarked;

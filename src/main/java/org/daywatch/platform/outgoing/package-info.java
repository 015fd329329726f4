/** By which mail server and which gateway this installation sends: from the environment, or from a form. */
@org.springframework.modulith.NamedInterface("outgoing")
@NullMarked
package org.daywatch.platform.outgoing;

import org.jspecify.annotations.NullMarked;

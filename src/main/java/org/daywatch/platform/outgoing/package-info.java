/**
 * By which mail server and which gateway this installation sends: from the environment, or from a form; and how a
 * single letter or text message asks to leave, so that who sends it need not be known.
 */
@org.springframework.modulith.NamedInterface("outgoing")
@NullMarked
package org.daywatch.platform.outgoing;

import org.jspecify.annotations.NullMarked;

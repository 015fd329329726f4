/** The walk itself, on the phone: works without a connection, and sends what it kept once there is one. */
@NullMarked
package org.daywatch.prevention.rounds.walk;

import org.jspecify.annotations.NullMarked;

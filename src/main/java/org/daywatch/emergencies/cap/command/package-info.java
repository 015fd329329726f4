/** {@code daywatch cap …} */
@NullMarked
package org.daywatch.emergencies.cap.command;

import org.jspecify.annotations.NullMarked;

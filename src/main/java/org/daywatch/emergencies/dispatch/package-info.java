/** Whether the center that answers 911 has been told, as every page of an emergency says it. */
@NullMarked
package org.daywatch.emergencies.dispatch;

import org.jspecify.annotations.NullMarked;

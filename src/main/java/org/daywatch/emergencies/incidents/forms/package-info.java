/** The briefing and the activity log of the incident command system as PDF. */
@NullMarked
package org.daywatch.emergencies.incidents.forms;

import org.jspecify.annotations.NullMarked;

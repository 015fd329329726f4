/**
 * Mentoring: an adult who stays. A student is referred, agrees, is matched with a screened officer they can meet, and
 * says goodbye as planned.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Mentoring",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing", "staffing :: days"})
@NullMarked
package org.daywatch.mentoring;

import org.jspecify.annotations.NullMarked;

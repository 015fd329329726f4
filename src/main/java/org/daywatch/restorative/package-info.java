/** Restorative: what belongs to the school and not to police, and how harm is repaired. */
@org.springframework.modulith.ApplicationModule(displayName = "Restorative",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing", "planning", "emergencies"})
@NullMarked
package org.daywatch.restorative;

import org.jspecify.annotations.NullMarked;

/** Planning: emergency operations plans, drills and what they taught, safety team meetings, service agreements. */
@org.springframework.modulith.ApplicationModule(displayName = "Planning",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing"})
@NullMarked
package org.daywatch.planning;

import org.jspecify.annotations.NullMarked;

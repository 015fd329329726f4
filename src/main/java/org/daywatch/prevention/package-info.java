/** Prevention: rounds and door sweeps, site assessments, findings followed to a fixed door, measures, patrol plans. */
@org.springframework.modulith.ApplicationModule(displayName = "Prevention",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing", "emergencies"})
@NullMarked
package org.daywatch.prevention;

import org.jspecify.annotations.NullMarked;

/** Emergencies: alerts, who was reached, incidents, responders, accountability, reunification, and what was learned. */
@org.springframework.modulith.ApplicationModule(displayName = "Emergencies",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing",
                "staffing :: real-emergencies",
                "planning", "relationships"})
@NullMarked
package org.daywatch.emergencies;

import org.jspecify.annotations.NullMarked;

/** Transparency: the window. What officers did, what a program demands and how far it is met, what was published. */
@org.springframework.modulith.ApplicationModule(displayName = "Transparency",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing", "planning", "emergencies",
                "training", "prevention", "restorative"})
@NullMarked
package org.daywatch.transparency;

import org.jspecify.annotations.NullMarked;

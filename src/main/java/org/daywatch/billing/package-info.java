/** Billing: what districts pay for shifts that were worked. Apart from who schedules; nobody leans on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Billing",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing"})
@NullMarked
package org.daywatch.billing;

import org.jspecify.annotations.NullMarked;

/** Officers on posts: requests, officers, hours, offers, shifts and coverage. */
@org.springframework.modulith.ApplicationModule(displayName = "Staffing",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "scheduling", "scheduling :: *"})
@NullMarked
package org.daywatch.staffing;

import org.jspecify.annotations.NullMarked;

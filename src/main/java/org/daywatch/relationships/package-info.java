/**
 * Relationships: what somebody at a school dares to say, and who helps. Tips without a name; concerns that become help.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Relationships",
        allowedDependencies = {"platform :: *", "directory", "directory :: *", "staffing"})
@NullMarked
package org.daywatch.relationships;

import org.jspecify.annotations.NullMarked;

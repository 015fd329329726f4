/**
 * Who stands where: the open files of a schedule, the search, its bound, its check and its reasons. Pure Java, without
 * a database or a server.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Scheduling",
        allowedDependencies = {"platform", "platform :: json", "platform :: time", "platform :: errors",
                "platform :: cli"})
@NullMarked
package org.daywatch.scheduling;

import org.jspecify.annotations.NullMarked;

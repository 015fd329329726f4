/** The cellar: tenancy, identity, audit, events, notifications and the web kit. It leans on no room. */
@org.springframework.modulith.ApplicationModule(displayName = "Platform", allowedDependencies = {})
@NullMarked
package org.daywatch.platform;

import org.jspecify.annotations.NullMarked;

/** A database that is away: how it is recognized, and that it is said once. */
@org.springframework.modulith.NamedInterface("outage")
@NullMarked
package org.daywatch.platform.outage;

import org.jspecify.annotations.NullMarked;

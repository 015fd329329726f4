/** Emergencies in the demonstration: a drill and an everyday call of last week. */
@NullMarked
package org.daywatch.emergencies.demo;

import org.jspecify.annotations.NullMarked;

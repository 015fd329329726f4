/** What the law makes due after custody and restraint: until when, done by whom. */
@NullMarked
package org.daywatch.emergencies.incidents.clocks;

import org.jspecify.annotations.NullMarked;

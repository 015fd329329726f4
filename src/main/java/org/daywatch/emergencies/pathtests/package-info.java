/** The weekly silent test of the way to every device, and the places where none answers. */
@NullMarked
package org.daywatch.emergencies.pathtests;

import org.jspecify.annotations.NullMarked;

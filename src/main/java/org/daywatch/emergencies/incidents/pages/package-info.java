/** The pages of incidents: their list, one incident while it goes on, and what can be done there. */
@NullMarked
package org.daywatch.emergencies.incidents.pages;

import org.jspecify.annotations.NullMarked;

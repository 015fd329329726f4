/** What an officer must know before their first shift at a school, and who has read it. */
@NullMarked
package org.daywatch.staffing.sitepacks;

import org.jspecify.annotations.NullMarked;

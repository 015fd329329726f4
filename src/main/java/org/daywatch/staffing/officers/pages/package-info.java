/** The list of officers and the pages of an officer's file. */
@NullMarked
package org.daywatch.staffing.officers.pages;

import org.jspecify.annotations.NullMarked;

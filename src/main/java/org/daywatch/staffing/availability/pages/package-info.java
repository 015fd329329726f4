/**
 * An officer's usual week, days that differ and wishes, written by themselves or by the person who keeps their file.
 */
@NullMarked
package org.daywatch.staffing.availability.pages;

import org.jspecify.annotations.NullMarked;

/** The page of who was reached, with what was sent to those the screens left dark. */
@NullMarked
package org.daywatch.emergencies.reach.pages;

import org.jspecify.annotations.NullMarked;

/** The pages of restorative conferences. */
@NullMarked
package org.daywatch.restorative.repair.pages;

import org.jspecify.annotations.NullMarked;

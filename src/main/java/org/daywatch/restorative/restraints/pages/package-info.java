/** The restraints of a school: which are to be written, one of them, and the figures of a school year. */
@NullMarked
package org.daywatch.restorative.restraints.pages;

import org.jspecify.annotations.NullMarked;

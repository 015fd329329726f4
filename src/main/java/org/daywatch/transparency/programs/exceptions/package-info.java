/**
 * A campus without the officer the law asks for, by its board's exception: reason, alternative standard, day of the
 * board, renewal.
 */
@NullMarked
package org.daywatch.transparency.programs.exceptions;

import org.jspecify.annotations.NullMarked;

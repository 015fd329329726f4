/** Codes by which the answers of one pupil find each other, and nobody finds the pupil. */
@NullMarked
package org.daywatch.training.pairing;

import org.jspecify.annotations.NullMarked;

/** Codes by which the answers of one student find each other, and nobody finds the student. */
@NullMarked
package org.daywatch.training.pairing;

import org.jspecify.annotations.NullMarked;

/** Codes that are read aloud in a room and typed by people without an account. */
@NullMarked
package org.daywatch.training.codes;

import org.jspecify.annotations.NullMarked;

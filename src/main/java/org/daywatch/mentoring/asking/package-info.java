/** A student asks for somebody: by the code of a poster, without an account; the counselors of the school answer. */
@NullMarked
package org.daywatch.mentoring.asking;

import org.jspecify.annotations.NullMarked;

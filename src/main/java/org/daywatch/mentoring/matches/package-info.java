/** A student and their mentor, from referral to goodbye: what may follow on what. Pure. */
@NullMarked
package org.daywatch.mentoring.matches;

import org.jspecify.annotations.NullMarked;

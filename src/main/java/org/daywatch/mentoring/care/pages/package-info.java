/** Pages of mentoring: for those who refer, the counselor, and the mentor on their phone. */
@NullMarked
package org.daywatch.mentoring.care.pages;

import org.jspecify.annotations.NullMarked;

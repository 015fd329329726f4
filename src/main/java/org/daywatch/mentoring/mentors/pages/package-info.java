/** The agency's page of mentors. */
@NullMarked
package org.daywatch.mentoring.mentors.pages;

import org.jspecify.annotations.NullMarked;

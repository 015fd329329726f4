/** Assessments at a desk: all campuses, one campus, one assessment, its paths, what changed, the report. */
@NullMarked
package org.daywatch.prevention.assessments.pages;

import org.jspecify.annotations.NullMarked;

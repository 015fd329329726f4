/** Threat assessments on pages: the list, one case with its next step, and what people do about it. */
@NullMarked
package org.daywatch.relationships.threats.pages;

import org.jspecify.annotations.NullMarked;

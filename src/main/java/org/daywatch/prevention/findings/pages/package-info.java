/**
 * The pages of findings: their list, one finding and what is done about it, its photos, and where it stands on the site
 * plan.
 */
@NullMarked
package org.daywatch.prevention.findings.pages;

import org.jspecify.annotations.NullMarked;

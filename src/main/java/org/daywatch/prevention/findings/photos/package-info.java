/** Photos of a finding, and where it stands on the site plan. */
@NullMarked
package org.daywatch.prevention.findings.photos;

import org.jspecify.annotations.NullMarked;

/** What of assessments and measures is forgotten, and when. */
@NullMarked
package org.daywatch.prevention.retention;

import org.jspecify.annotations.NullMarked;

/** How many assessments there were in a school year, by group, where no group is small. */
@NullMarked
package org.daywatch.relationships.threats.counts;

import org.jspecify.annotations.NullMarked;

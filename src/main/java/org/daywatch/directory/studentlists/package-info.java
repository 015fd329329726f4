/** Lists of students that are taken along as files: asked for with a reason, allowed by a second person, taken once. */
@NullMarked
package org.daywatch.directory.studentlists;

import org.jspecify.annotations.NullMarked;

/** Invented students in files of students: each file's is another, so that one that comes back names its file. */
@NullMarked
package org.daywatch.directory.canaries;

import org.jspecify.annotations.NullMarked;

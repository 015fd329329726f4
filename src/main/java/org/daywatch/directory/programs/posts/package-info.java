/** Posts a program pays for, and who takes part in it. */
@NullMarked
package org.daywatch.directory.programs.posts;

import org.jspecify.annotations.NullMarked;

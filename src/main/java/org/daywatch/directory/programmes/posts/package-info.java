/** Posts a programme pays for, and who takes part in it. */
@NullMarked
package org.daywatch.directory.programmes.posts;

import org.jspecify.annotations.NullMarked;

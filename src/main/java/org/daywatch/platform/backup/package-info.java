/** Backup of a running installation, and its return into an empty folder. */
@org.springframework.modulith.NamedInterface("backup")
@NullMarked
package org.daywatch.platform.backup;

import org.jspecify.annotations.NullMarked;

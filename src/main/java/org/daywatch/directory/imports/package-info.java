/** Taking in files: preview, import of the good rows, progress, history and undo. */
@NullMarked
package org.daywatch.directory.imports;

import org.jspecify.annotations.NullMarked;

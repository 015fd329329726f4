/** The set-up as a file: sections that rooms read and apply, walked in their order. */
@org.springframework.modulith.NamedInterface("setup file")
@NullMarked
package org.daywatch.platform.setup.file;

import org.jspecify.annotations.NullMarked;

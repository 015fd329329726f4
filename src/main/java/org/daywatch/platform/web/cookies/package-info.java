/** How cookies of this site are named, kept and read. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package org.daywatch.platform.web.cookies;

import org.jspecify.annotations.NullMarked;

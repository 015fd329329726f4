/** The page Letting people in, and slips on paper. */
@org.springframework.modulith.NamedInterface("lettingin.desk")
@NullMarked
package org.daywatch.platform.identity.lettingin.desk;

import org.jspecify.annotations.NullMarked;

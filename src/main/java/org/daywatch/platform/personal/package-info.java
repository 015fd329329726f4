/** Everything the house holds about one person, for that person. */
@org.springframework.modulith.NamedInterface("personal")
@NullMarked
package org.daywatch.platform.personal;

import org.jspecify.annotations.NullMarked;

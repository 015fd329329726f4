/** Who is acting, in which role, and what they may do. */
@org.springframework.modulith.NamedInterface("identity")
@NullMarked
package org.daywatch.platform.identity;

import org.jspecify.annotations.NullMarked;

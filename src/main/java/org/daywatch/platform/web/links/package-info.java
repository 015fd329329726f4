/** Pages behind the secret of their address, for people without an account. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package org.daywatch.platform.web.links;

import org.jspecify.annotations.NullMarked;

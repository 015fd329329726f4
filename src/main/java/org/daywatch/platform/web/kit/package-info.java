/** The parts every page is built of: small records and the templates that draw them. */
@org.springframework.modulith.NamedInterface("kit")
@NullMarked
package org.daywatch.platform.web.kit;

import org.jspecify.annotations.NullMarked;

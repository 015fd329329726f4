/** The parts every page is built of: small records and the templates that draw them. */
@NullMarked
package org.daywatch.platform.web.kit;

import org.jspecify.annotations.NullMarked;

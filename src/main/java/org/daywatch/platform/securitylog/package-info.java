/** What a security officer watches: who came in, who was refused, whose rights changed, what was taken along. */
@org.springframework.modulith.NamedInterface("securitylog")
@NullMarked
package org.daywatch.platform.securitylog;

import org.jspecify.annotations.NullMarked;

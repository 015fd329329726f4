/** What an agency says of itself: zone, address, telephone, logo. */
@org.springframework.modulith.NamedInterface("agency")
@NullMarked
package org.daywatch.platform.identity.agency;

import org.jspecify.annotations.NullMarked;

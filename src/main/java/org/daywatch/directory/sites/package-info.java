/** Schools as places: where they are, who teaches there, their buildings and the code at the front desk. */
@org.springframework.modulith.NamedInterface("sites")
@NullMarked
package org.daywatch.directory.sites;

import org.jspecify.annotations.NullMarked;

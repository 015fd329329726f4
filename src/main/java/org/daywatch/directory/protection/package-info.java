/** Students whom a look-up shows to named people only, and what happens when somebody else looks for them. */
@org.springframework.modulith.NamedInterface("protection")
@NullMarked
package org.daywatch.directory.protection;

import org.jspecify.annotations.NullMarked;

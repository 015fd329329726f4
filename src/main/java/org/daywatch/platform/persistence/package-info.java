/** Identifiers, random secrets with the hash under which they are kept, and small database habits. */
@org.springframework.modulith.NamedInterface("persistence")
@NullMarked
package org.daywatch.platform.persistence;

import org.jspecify.annotations.NullMarked;

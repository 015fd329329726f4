/** Guardians and custody: who may collect whom, from when to when, and what a court said. Never shown to the agency. */
@org.springframework.modulith.NamedInterface("guardians")
@NullMarked
package org.daywatch.directory.guardians;

import org.jspecify.annotations.NullMarked;

/** What comes from criminal-justice systems and may not be kept here: recognized in what is typed, and refused. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package org.daywatch.platform.criminalhistory;

import org.jspecify.annotations.NullMarked;

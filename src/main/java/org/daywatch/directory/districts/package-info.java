/**
 * The districts of an agency's program: whom whoever acts may see, added by hand or by a list of schools, and what each
 * still lacks.
 */
@org.springframework.modulith.NamedInterface("districts")
@NullMarked
package org.daywatch.directory.districts;

import org.jspecify.annotations.NullMarked;

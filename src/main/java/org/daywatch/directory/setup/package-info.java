/** The hall's sections of a set-up file: districts, schools, their year and their bells. */
@org.springframework.modulith.NamedInterface("set-up sections")
@NullMarked
package org.daywatch.directory.setup;

import org.jspecify.annotations.NullMarked;

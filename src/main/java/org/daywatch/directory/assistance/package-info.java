/**
 * What a student needs in an emergency: written in quiet times, read during an alert by the adult beside them, and by
 * its writer.
 */
@org.springframework.modulith.NamedInterface("assistance")
@NullMarked
package org.daywatch.directory.assistance;

import org.jspecify.annotations.NullMarked;
